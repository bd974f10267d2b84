package banshi.intake;

import banshi.http.testing.FunctionRules;

class ArchitectureTest extends FunctionRules {
  ArchitectureTest() {
    super("intake", "(nobody)", "IntakeBeans");
  }
}
