/** What the tests of every function that answers HTTP share: raw events, callers, rules. */
package banshi.http.testing;
