package banshi.deploy.cloud;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A stack as it stood when it was looked at.
 *
 * @param id its ARN, which no later stack of the same name shares
 * @param parameters as CloudFormation shows them: secrets as asterisks
 */
public record StackView(
    String id,
    String status,
    Optional<String> reason,
    Map<String, String> parameters,
    Map<String, String> tags,
    Map<String, String> outputs) {

  static StackView of(Stack stack) {
    Map<String, String> parameters = new LinkedHashMap<>();
    stack.parameters().forEach(each -> parameters.put(each.parameterKey(), each.parameterValue()));
    Map<String, String> tags = new HashMap<>();
    stack.tags().forEach(each -> tags.put(each.key(), each.value()));
    Map<String, String> outputs = new LinkedHashMap<>();
    stack.outputs().forEach(each -> outputs.put(each.outputKey(), each.outputValue()));
    return new StackView(
        stack.stackId(),
        stack.stackStatusAsString(),
        Optional.ofNullable(stack.stackStatusReason()),
        parameters,
        tags,
        outputs);
  }

  Standing standing() {
    return Standing.of(status);
  }

  /** Whether it has ever been more than a name. */
  public boolean made() {
    return standing() != Standing.EMPTY && standing() != Standing.GONE;
  }
}
