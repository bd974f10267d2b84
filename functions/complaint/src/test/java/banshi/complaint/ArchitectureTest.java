package banshi.complaint;

import banshi.http.testing.FunctionRules;

class ArchitectureTest extends FunctionRules {
  ArchitectureTest() {
    super("complaint", "ComplaintCodec", "ComplaintBeans");
  }
}
