/** {@code ./dev demo}: stories told through the running API, for a person to watch. */
package banshi.local.demo;
