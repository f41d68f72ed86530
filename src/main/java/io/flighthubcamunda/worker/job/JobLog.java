package io.flighthubcamunda.worker.job;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Puts the three names that an operator looks for into every log line of the thread: process
 * instance, image set, and FlightHub's resource.
 */
public final class JobLog implements AutoCloseable {

  public static final String INSTANCE_KEY = "processInstanceKey";
  private static final String IMAGE_SET_NAME = "imageSetName";
  private static final String RESOURCE_UUID = "resourceUuid";

  private JobLog() {}

  public static JobLog of(ActivatedJob job) {
    MDC.put(INSTANCE_KEY, String.valueOf(job.getProcessInstanceKey()));
    var variables = job.getVariablesAsMap();
    putIfThere(IMAGE_SET_NAME, imageSetName(variables));
    putIfThere(RESOURCE_UUID, variables.get(RESOURCE_UUID));
    return new JobLog();
  }

  @Override
  public void close() {
    MDC.remove(INSTANCE_KEY);
    MDC.remove(IMAGE_SET_NAME);
    MDC.remove(RESOURCE_UUID);
  }

  private static Object imageSetName(Map<String, Object> variables) {
    return variables.get("imageSet") instanceof Map<?, ?> imageSet
        ? imageSet.get("name")
        : variables.get(IMAGE_SET_NAME);
  }

  private static void putIfThere(String name, Object value) {
    if (value != null) {
      MDC.put(name, value.toString());
    }
  }
}
