/** Which services have what a production-grade workload should have. */
package plimsoll.pattern.trait;
