/** CloudFormation, S3 and STS as far as a deployment needs them, on the loopback. */
package banshi.deploy.standin;
