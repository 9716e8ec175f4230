/** What is read from the manifests and pipelines of services, kept as one fingerprint a day. */
package plimsoll.workload;
