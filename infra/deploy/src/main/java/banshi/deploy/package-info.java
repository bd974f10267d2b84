/** {@code ./dev deploy} and what belongs to it: the way from the build to a running stack. */
package banshi.deploy;
