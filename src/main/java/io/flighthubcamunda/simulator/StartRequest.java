package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.Set;

/** A start call whose form is right: parameters are strings that hold JSON (fact sheet 2.7). */
record StartRequest(String resourceUuid, Set<ModelType> types, boolean deleteResource) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static StartRequest from(Call call) {
    Set<ModelType> types = EnumSet.noneOf(ModelType.class);
    for (ModelType type : ModelType.values()) {
      if (asksFor(call.body().path(type.parameterField()), type)) {
        types.add(type);
      }
    }
    if (types.isEmpty()) {
      throw RefusalCode.PARAMETER.because("at least one parameter must not be empty");
    }
    JsonNode delete = call.body().path("delete_resource_if_finish");
    if (!delete.isMissingNode() && !delete.isBoolean()) {
      throw RefusalCode.PARAMETER.because("delete_resource_if_finish must be true or false");
    }
    return new StartRequest(call.text("resource_uuid"), types, delete.asBoolean(false));
  }

  private static boolean asksFor(JsonNode value, ModelType type) {
    if (value.isMissingNode()) {
      return false;
    }
    if (!value.isTextual()) {
      throw RefusalCode.PARAMETER.because(
          "%s must be a string that holds JSON", type.parameterField());
    }
    if (value.textValue().isEmpty()) {
      return false;
    }
    if (!parsed(value.textValue(), type).path("parameter").isObject()) {
      throw RefusalCode.PARAMETER.because(
          "%s must hold an object with the member parameter", type.parameterField());
    }
    return true;
  }

  private static JsonNode parsed(String text, ModelType type) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw RefusalCode.PARAMETER.because("%s does not hold JSON", type.parameterField());
    }
  }
}
