/**
 * The one form of a start-up: what was sent, what is wrong with it (all of it, at once, with the
 * article behind every fault), and what it is once nothing is.
 */
package banshi.startup.form;
