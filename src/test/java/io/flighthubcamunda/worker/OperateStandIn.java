package io.flighthubcamunda.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.flighthubcamunda.api.RawServer;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two searches of Operate's API that we use, over the records of an engine for tests. */
final class OperateStandIn implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final VirtualEngine engine;
  private final RawServer server;

  OperateStandIn(VirtualEngine engine) {
    this.engine = engine;
    this.server =
        RawServer.answering(
            (exchange, itself) -> {
              var asked = itself.asked().getLast();
              RawServer.send(
                  exchange,
                  200,
                  Map.of("Content-Type", "application/json"),
                  JSON.writeValueAsString(Map.of("items", answer(asked))));
            });
  }

  URI uri() {
    return server.uri();
  }

  private List<Map<String, Object>> answer(RawServer.Asked asked) throws IOException {
    var filter = JSON.readTree(asked.body()).path("filter");
    var all = asked.target().contains("variables") ? variables() : instances();
    return all.stream().filter(item -> matches(filter, item)).toList();
  }

  private static boolean matches(JsonNode filter, Map<String, Object> item) {
    return filter.properties().stream()
        .allMatch(
            field -> field.getValue().asText().equals(String.valueOf(item.get(field.getKey()))));
  }

  private Collection<Map<String, Object>> instances() {
    var found = new LinkedHashMap<Long, Map<String, Object>>();
    for (var entry : events()) {
      if (entry.getValue() instanceof ProcessInstanceRecordValue value
          && value.getBpmnElementType() == BpmnElementType.PROCESS) {
        found
            .computeIfAbsent(
                entry.getKey(),
                key ->
                    new LinkedHashMap<>(
                        Map.of(
                            "key",
                            key,
                            "bpmnProcessId",
                            value.getBpmnProcessId(),
                            "startDate",
                            "2026-11-28T10:00:00.000+0000")))
            .put("state", state(entry));
      }
    }
    return found.values();
  }

  private static String state(Record<?> entry) {
    return switch ((ProcessInstanceIntent) entry.getIntent()) {
      case ELEMENT_COMPLETED -> "COMPLETED";
      case ELEMENT_TERMINATED -> "CANCELED";
      default -> "ACTIVE";
    };
  }

  private Collection<Map<String, Object>> variables() {
    var found = new LinkedHashMap<List<Object>, Map<String, Object>>();
    for (var entry : events()) {
      if (entry.getValue() instanceof VariableRecordValue value) {
        found.put(
            List.of(value.getScopeKey(), value.getName()),
            Map.of(
                "name", value.getName(),
                "value", value.getValue(),
                "scopeKey", value.getScopeKey(),
                "processInstanceKey", value.getProcessInstanceKey()));
      }
    }
    return found.values();
  }

  private List<Record<?>> events() {
    return engine.history().copyOfRecords().stream()
        .filter(entry -> entry.getRecordType() == RecordType.EVENT)
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
