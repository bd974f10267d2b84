package banshi.local.dev;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the joined document says of the whole: whose it is, and where it answers. */
final class ApiFrame {
  private ApiFrame() {}

  /** The project has no licence file; the document says so instead of naming a licence. */
  static void whose(ObjectNode info) {
    info.putObject("contact").put("name", "部署本大厅的单位 · Whoever runs this hall");
    info.putObject("license")
        .put("name", "未指定许可证 · No licence has been chosen")
        .put("identifier", "LicenseRef-none-chosen");
  }

  /** Each hall has its own address. */
  static void servers(ArrayNode servers) {
    ObjectNode server = servers.addObject();
    server.put("url", "{address}");
    server.put("description", "大厅的接口地址 · A hall's address");
    server
        .putObject("variables")
        .putObject("address")
        .put("default", "http://localhost:8080")
        .put(
            "description",
            "部署结束时给出；本地云默认如此 · What a deployment ends with; this is the local cloud's");
  }
}
