/** What only the build runs: no function calls it. */
package banshi.startup.licence.build;
