package io.flighthubcamunda.worker;

import io.camunda.zeebe.process.test.api.RecordStreamSource;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobBatchRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an engine's records say about now: read further, not again, with each question. */
final class EngineHistory {

  private static final String START = "flighthub.open-model.start";
  private static final String GATE = "admission-gate";
  private static final String HOLD_GATE = "flighthub.admission.hold-gate";

  /** What an instance waits for when nobody does anything. */
  private static final Set<String> WAITS =
      Set.of(
          "Event_NextCheckDue",
          "Event_NextLookDue",
          "Event_PauseOver",
          "Event_NobodyDecided",
          "Event_NobodyReleasedQuota");

  private final RecordStreamSource source;
  private final Map<Long, Long> parents = new HashMap<>();
  private final Map<Long, Boolean> instances = new LinkedHashMap<>();
  private final Map<Long, List<String>> passed = new HashMap<>();
  private final Map<Long, Map<String, String>> variables = new HashMap<>();
  private final Map<Long, TimerRecordValue> timers = new HashMap<>();
  private final Map<Long, Job> jobs = new LinkedHashMap<>();
  private final Map<Long, Incident> openIncidents = new LinkedHashMap<>();
  private final List<Job> failures = new ArrayList<>();
  private int read;
  private int movements;

  EngineHistory(RecordStreamSource source) {
    this.source = source;
  }

  /** What a job is doing. */
  enum JobState {
    READY,
    ACTIVE,
    BACK_OFF,
    OUT_OF_RETRIES,
    GONE
  }

  record Job(long key, JobState state, JobRecordValue value) {

    String type() {
      return value.getType();
    }
  }

  record Incident(long key, IncidentRecordValue value) {

    String message() {
      return value.getErrorMessage();
    }
  }

  /** Reads on; returns how many records there were that move an instance. */
  synchronized int update() {
    var records = records();
    for (; read < records.size(); read++) {
      var entry = records.get(read);
      if (entry.getRecordType() == RecordType.EVENT) {
        fold(entry);
      }
      // Workers that ask for jobs write records all the time.
      if (entry.getValueType() != ValueType.JOB_BATCH) {
        movements++;
      }
    }
    return movements;
  }

  List<Record<?>> records() {
    return (List<Record<?>>) source.getRecords();
  }

  /** For another thread than that of the test, under whose hands the list itself would grow. */
  synchronized List<Record<?>> copyOfRecords() {
    return List.copyOf(records());
  }

  synchronized boolean ended(long instanceKey) {
    update();
    return instances.containsKey(instanceKey) && !instances.get(instanceKey);
  }

  /** Instances that nobody called and that have not ended; the gate is the workers' own. */
  synchronized List<Long> running() {
    update();
    return instances.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(key -> parents.getOrDefault(key, -1L) < 0)
        .toList();
  }

  /** JSON texts of the variables of a scope. */
  synchronized Map<String, String> variables(long scopeKey) {
    update();
    return Map.copyOf(variables.getOrDefault(scopeKey, Map.of()));
  }

  /** What ended is of no interest any more; looking through it would take longer and longer. */
  synchronized void forgetEnded() {
    update();
    instances.values().removeIf(living -> !living);
    jobs.values().removeIf(job -> job.state() == JobState.GONE);
    failures.clear();
    passed.clear();
    variables.clear();
  }

  /** Ids of the elements that an instance went through, without those of instances it called. */
  synchronized List<String> passed(long instanceKey) {
    update();
    return List.copyOf(passed.getOrDefault(instanceKey, List.of()));
  }

  /** Open incidents of an instance and of those that it called. */
  synchronized List<Incident> incidents(long instanceKey) {
    update();
    return openIncidents.values().stream()
        .filter(incident -> root(incident.value().getProcessInstanceKey()) == instanceKey)
        .toList();
  }

  /** Jobs of an instance and of those that it called, ended ones too. */
  synchronized List<Job> jobs(long instanceKey, String type) {
    update();
    return ofInstance(jobs.values(), instanceKey, type).toList();
  }

  /** What workers said when they gave jobs of this type back. */
  synchronized List<Job> failures(long instanceKey, String type) {
    update();
    return ofInstance(failures, instanceKey, type).toList();
  }

  /** Whether a worker has a job, or will take one at once; the gate may leave starts waiting. */
  synchronized boolean busy() {
    update();
    return jobs.values().stream()
        .filter(job -> !job.type().equals(HOLD_GATE))
        .anyMatch(
            job ->
                job.state() == JobState.ACTIVE
                    || job.state() == JobState.READY && !job.type().equals(START));
  }

  /** When the next check of a model, the next try of a job or the end of another wait is due. */
  synchronized Optional<Instant> nextDue() {
    update();
    var checks =
        timers.values().stream()
            .filter(timer -> WAITS.contains(timer.getTargetElementId()))
            .map(TimerRecordValue::getDueDate);
    var tries =
        jobs.values().stream()
            .filter(job -> job.state() == JobState.BACK_OFF)
            .map(job -> job.value().getRecurringTime());
    return Stream.concat(checks, tries).min(Long::compare).map(Instant::ofEpochMilli);
  }

  /** What the engine waits for, for a person who wonders why nothing moves. */
  synchronized String waiting() {
    update();
    return "instances %s go on; jobs: %s; timers: %s"
        .formatted(
            running(),
            jobs.values().stream()
                .filter(job -> job.state() != JobState.GONE)
                .map(job -> "%s %d %s".formatted(job.type(), job.key(), job.state()))
                .toList(),
            timers.values().stream()
                .map(
                    timer ->
                        timer.getTargetElementId() + " " + Instant.ofEpochMilli(timer.getDueDate()))
                .toList());
  }

  /** Whether an instance is the given one or was called by it. */
  synchronized boolean belongs(long instanceKey, long toKey) {
    update();
    return root(instanceKey) == toKey;
  }

  private Stream<Job> ofInstance(Collection<Job> all, long instanceKey, String type) {
    return all.stream()
        .filter(job -> job.type().equals(type))
        .filter(job -> root(job.value().getProcessInstanceKey()) == instanceKey);
  }

  private long root(long instanceKey) {
    long parent = parents.getOrDefault(instanceKey, -1L);
    return parent < 0 ? instanceKey : root(parent);
  }

  private void fold(Record<?> entry) {
    switch (entry.getValue()) {
      case ProcessInstanceRecordValue value -> foldElement(entry, value);
      case VariableRecordValue value ->
          variables
              .computeIfAbsent(value.getScopeKey(), unused -> new HashMap<>())
              .put(value.getName(), value.getValue());
      case TimerRecordValue value -> {
        if (entry.getIntent() == TimerIntent.CREATED) {
          timers.put(entry.getKey(), value);
        } else {
          timers.remove(entry.getKey());
        }
      }
      case JobRecordValue value -> foldJob(entry, value);
      case JobBatchRecordValue value -> {
        if (entry.getIntent() == JobBatchIntent.ACTIVATED) {
          for (int i = 0; i < value.getJobKeys().size(); i++) {
            put(value.getJobKeys().get(i), JobState.ACTIVE, value.getJobs().get(i));
          }
        }
      }
      case IncidentRecordValue value -> {
        if (entry.getIntent() == IncidentIntent.CREATED) {
          openIncidents.put(entry.getKey(), new Incident(entry.getKey(), value));
        } else if (entry.getIntent() == IncidentIntent.RESOLVED) {
          openIncidents.remove(entry.getKey());
        }
      }
      default -> {}
    }
  }

  private void foldElement(Record<?> entry, ProcessInstanceRecordValue value) {
    if (!(entry.getIntent() instanceof ProcessInstanceIntent intent)) {
      return;
    }
    if (value.getBpmnElementType() == BpmnElementType.PROCESS) {
      parents.put(entry.getKey(), value.getParentProcessInstanceKey());
      switch (intent) {
        case ELEMENT_ACTIVATING -> {
          if (!value.getBpmnProcessId().equals(GATE)) {
            instances.put(entry.getKey(), true);
          }
        }
        case ELEMENT_COMPLETED, ELEMENT_TERMINATED -> instances.replace(entry.getKey(), false);
        default -> {}
      }
    } else if (intent == ProcessInstanceIntent.ELEMENT_COMPLETED) {
      passed
          .computeIfAbsent(value.getProcessInstanceKey(), unused -> new ArrayList<>())
          .add(value.getElementId());
    }
  }

  private void foldJob(Record<?> entry, JobRecordValue value) {
    switch ((JobIntent) entry.getIntent()) {
      case CREATED, TIMED_OUT, RECURRED_AFTER_BACKOFF, YIELDED ->
          put(entry.getKey(), JobState.READY, value);
      case FAILED -> {
        var state =
            value.getRetries() == 0
                ? JobState.OUT_OF_RETRIES
                : value.getRetryBackoff() > 0 ? JobState.BACK_OFF : JobState.READY;
        put(entry.getKey(), state, value);
        failures.add(jobs.get(entry.getKey()));
      }
      case COMPLETED, CANCELED, ERROR_THROWN -> put(entry.getKey(), JobState.GONE, value);
      default -> {}
    }
  }

  private void put(long key, JobState state, JobRecordValue value) {
    jobs.put(key, new Job(key, state, value));
  }
}
