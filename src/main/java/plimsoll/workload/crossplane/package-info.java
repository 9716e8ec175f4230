/**
 * What files say of Crossplane and Terraform: what a service asks for, and what it makes itself.
 */
package plimsoll.workload.crossplane;
