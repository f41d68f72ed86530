package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flighthubcamunda.api.ReconstructionType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be made of an image set: the variables {@code types} and {@code parameters}.
 *
 * @param parameters a parameter object for each requested type, empty where none was given
 */
public record ReconstructionRequest(Map<ReconstructionType, ObjectNode> parameters) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> DEFAULT_TYPES = List.of(ReconstructionType.THREE_D.label());

  /**
   * @param types list of labels such as {@code 3d}; null or empty stands for 3d
   * @param parameters map of type label to object, or to a string that holds a JSON object; may be
   *     null. Both are variables of anybody's making, so that any value may come
   * @throws BusinessError {@code REQUEST_INVALID}, naming what is wrong
   */
  public static ReconstructionRequest of(Object types, Object parameters) {
    var wanted = types(types);
    var given = parametersByType(parameters);
    for (var label : given.keySet()) {
      type(label, "The variable parameters names");
    }
    var byType = new EnumMap<ReconstructionType, ObjectNode>(ReconstructionType.class);
    for (var type : wanted) {
      byType.put(type, parameter(type, given.get(type.label())));
    }
    return new ReconstructionRequest(byType);
  }

  /** The requested types alone. */
  public static Set<ReconstructionType> types(Object labels) {
    if (labels != null && !(labels instanceof List<?>)) {
      throw invalid(
          "The variable types is no list. Give a list such as [\"2d\", \"3d\"], or leave it out.");
    }
    var types = EnumSet.noneOf(ReconstructionType.class);
    for (var label : labels instanceof List<?> list && !list.isEmpty() ? list : DEFAULT_TYPES) {
      types.add(type(String.valueOf(label), "The variable types names"));
    }
    return types;
  }

  private static Map<String, Object> parametersByType(Object parameters) {
    if (parameters == null) {
      return Map.of();
    }
    if (!(parameters instanceof Map<?, ?> byType)) {
      throw invalid(
          "The variable parameters is no context. Give one object per type, such as"
              + " {\"3d\": {\"quality_level\": 2}}, or leave it out.");
    }
    var byLabel = new LinkedHashMap<String, Object>();
    byType.forEach((label, value) -> byLabel.put(String.valueOf(label), value));
    return byLabel;
  }

  public Set<ReconstructionType> types() {
    return parameters.keySet();
  }

  private static ReconstructionType type(String label, String where) {
    try {
      return ReconstructionType.of(label);
    } catch (IllegalArgumentException e) {
      throw invalid(where + " something else: " + e.getMessage());
    }
  }

  private static ObjectNode parameter(ReconstructionType type, Object value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      return JSON.createObjectNode();
    }
    var node = value instanceof String text ? parse(type, text) : JSON.valueToTree(value);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw notAnObject(type);
  }

  private static JsonNode parse(ReconstructionType type, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw notAnObject(type);
    }
  }

  private static BusinessError notAnObject(ReconstructionType type) {
    return invalid(
        "The parameters of type %s are not a JSON object. Give an object such as"
                .formatted(type.label())
            + " {\"quality_level\": 2}, or leave them out.");
  }

  private static BusinessError invalid(String message) {
    return new BusinessError(BpmnErrorCode.REQUEST_INVALID, message);
  }
}
