package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flighthubcamunda.api.ReconstructionType;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private static final TypeReference<List<String>> LABELS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> BY_LABEL = new TypeReference<>() {};
  private static final List<String> DEFAULT_TYPES = List.of(ReconstructionType.THREE_D.label());

  /**
   * @param types labels such as {@code 3d}; null or empty stands for 3d
   * @param parameters type label to object, or to a string that holds a JSON object; may be null
   * @throws BusinessError {@code REQUEST_INVALID}, naming what is wrong
   */
  public static ReconstructionRequest of(List<String> types, Map<String, Object> parameters) {
    var wanted = types(types);
    var given = parameters == null ? Map.<String, Object>of() : parameters;
    for (var label : given.keySet()) {
      type(label, "The variable parameters names");
    }
    var byType = new EnumMap<ReconstructionType, ObjectNode>(ReconstructionType.class);
    for (var type : wanted) {
      byType.put(type, parameter(type, given.get(type.label())));
    }
    return new ReconstructionRequest(byType);
  }

  /**
   * The same for variables that anybody may have set to anything.
   *
   * @throws BusinessError {@code REQUEST_INVALID}, naming what is wrong
   */
  static ReconstructionRequest ofVariables(Object types, Object parameters) {
    return of(
        read(types, LABELS, "types", "a list of labels, such as [\"2d\", \"3d\"]"),
        read(
            parameters,
            BY_LABEL,
            "parameters",
            "a context with an object for each type, such as {\"3d\": {\"quality_level\": 2}}"));
  }

  private static <T> T read(Object value, TypeReference<T> form, String name, String wanted) {
    try {
      return JSON.convertValue(value, form);
    } catch (IllegalArgumentException e) {
      throw invalid("The variable %s must be %s.".formatted(name, wanted));
    }
  }

  /** The requested types alone. */
  public static Set<ReconstructionType> types(List<String> labels) {
    var types = EnumSet.noneOf(ReconstructionType.class);
    for (var label : labels == null || labels.isEmpty() ? DEFAULT_TYPES : labels) {
      types.add(type(label, "The variable types names"));
    }
    return types;
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
    return new BusinessError(FailureVariable.of(BpmnErrorCode.REQUEST_INVALID, message));
  }
}
