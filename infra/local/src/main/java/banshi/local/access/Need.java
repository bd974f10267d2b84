package banshi.local.access;

import java.util.Set;

/**
 * One permission that a request needs.
 *
 * @param action for example {@code dynamodb:PutItem}
 * @param resource the ARN of the table, or of its index
 * @param leadingKeys the partition keys that are reached; empty where the request names none
 */
public record Need(String action, String resource, Set<String> leadingKeys) {
  public Need {
    leadingKeys = Set.copyOf(leadingKeys);
  }
}
