/** The stack and the packages as the cloud has them. */
package banshi.deploy.cloud;
