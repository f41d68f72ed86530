package io.flighthubcamunda.worker.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/** Values as search stores have them: JSON texts, of which long ones are cut off. */
final class FoundVariables {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> values = new HashMap<>();

  /** A string as the store writes it. */
  static String stored(String text) {
    return TextNode.valueOf(text).toString();
  }

  void add(String name, String value) {
    try {
      values.put(name, JSON.readTree(value));
    } catch (JsonProcessingException e) {
      // Cut off.
      values.remove(name);
    }
  }

  Map<String, JsonNode> values() {
    return Map.copyOf(values);
  }
}
