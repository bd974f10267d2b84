/** The template as a tree: read from YAML, and written as CloudFormation takes it. */
package banshi.deploy.template;
