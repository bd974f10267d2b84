package banshi.deploy.cloud;

import banshi.deploy.parameter.Setting;
import java.util.Map;

/**
 * What a stack is to become.
 *
 * @param stack its name
 * @param templateAddress where CloudFormation reads the template
 * @param settings its parameters; those that are missing get the template's default
 * @param tags all tags of the stack; none leaves them as they are
 * @param namesIdentities whether the template gives roles or policies names of its own
 */
public record Proposal(
    String stack,
    String templateAddress,
    Map<String, Setting> settings,
    Map<String, String> tags,
    boolean namesIdentities) {}
