/**
 * What manifests, charts and pipelines say of a service. One reader for each language; all of them
 * put what they find into one {@link plimsoll.workload.file.Sketch}.
 */
package plimsoll.workload.file;
