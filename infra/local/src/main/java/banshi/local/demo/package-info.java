/** {@code ./dev demo}: a restaurant is opened through the running API, for a person to watch. */
package banshi.local.demo;
