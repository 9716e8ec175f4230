/**
 * What pipelines say of a service, one file for each language, and what its files are like when
 * names are left out. Nothing is run; what another repository does is a gap until its files are
 * here too.
 */
package plimsoll.workload.pipeline;
