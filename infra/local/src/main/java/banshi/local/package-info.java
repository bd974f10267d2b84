/** The local cloud: runs what the template says, on this machine. */
package banshi.local;
