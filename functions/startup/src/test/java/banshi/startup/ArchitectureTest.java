package banshi.startup;

import banshi.http.testing.FunctionRules;

class ArchitectureTest extends FunctionRules {
  ArchitectureTest() {
    super("startup", "StartupCodec", "StartupBeans");
  }
}
