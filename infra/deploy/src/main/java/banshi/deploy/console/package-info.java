/** What is said to the person at the terminal, and what is asked of them. */
package banshi.deploy.console;
