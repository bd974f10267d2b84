/** What the build does to a function's package after Quarkus made it: see docs/packages.md. */
package banshi.packing;
