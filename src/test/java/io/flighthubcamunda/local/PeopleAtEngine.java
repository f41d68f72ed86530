package io.flighthubcamunda.local;

import io.camunda.client.api.JsonMapper;
import io.camunda.client.impl.CamundaObjectMapper;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What people do in Tasklist, for an engine that has no Tasklist: user tasks have no gRPC command,
 * and the engine for tests no REST interface. So the command that REST would send is written into
 * the engine's log, where the engine works on it like on any other.
 */
public final class PeopleAtEngine {

  private final ZeebeTestEngine engine;
  private final JsonMapper json = new CamundaObjectMapper();

  public PeopleAtEngine(ZeebeTestEngine engine) {
    this.engine = engine;
  }

  /** A question that waits for an answer. */
  public record OpenTask(long key, UserTaskRecordValue value) {}

  /** All that wait, oldest first. */
  public List<OpenTask> openTasks() {
    var open = new LinkedHashMap<Long, OpenTask>();
    for (var entry : List.copyOf(records())) {
      switch ((UserTaskIntent) entry.getIntent()) {
        case CREATED ->
            open.put(
                entry.getKey(),
                new OpenTask(entry.getKey(), (UserTaskRecordValue) entry.getValue()));
        case COMPLETED, CANCELED -> open.remove(entry.getKey());
        default -> {}
      }
    }
    return List.copyOf(open.values());
  }

  /** Submits the form of a task. */
  public void complete(OpenTask task, Map<String, Object> answer) {
    var intent = UserTaskIntent.COMPLETE;
    var command =
        new UserTaskRecord()
            .setUserTaskKey(task.key())
            .setAction("complete")
            .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json.toJson(answer))));
    var metadata =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(ValueType.USER_TASK)
            .intent(intent);
    logStream()
        .newLogStreamWriter()
        .tryWrite(
            WriteContext.userCommand(intent), LogAppendEntry.of(task.key(), metadata, command));
  }

  private List<Record<?>> records() {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(entry -> entry.getValueType() == ValueType.USER_TASK)
        .filter(entry -> entry.getRecordType() == RecordType.EVENT)
        .<Record<?>>map(entry -> entry)
        .toList();
  }

  private LogStream logStream() {
    try {
      var field = engine.getClass().getDeclaredField("logStream");
      field.setAccessible(true);
      return (LogStream) field.get(engine);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The engine for tests is built otherwise now", e);
    }
  }
}
