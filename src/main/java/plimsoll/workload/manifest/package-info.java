/**
 * What Kubernetes manifests, Helm charts, kustomizations and what Argo CD, Flux and their kin are
 * told say of a service. Nothing is rendered by running anything; what a template leaves open stays
 * open and is counted.
 */
package plimsoll.workload.manifest;
