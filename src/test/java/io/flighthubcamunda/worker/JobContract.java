package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.ProductClasses;
import io.flighthubcamunda.worker.admission.StartContract;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a worker says of its jobs by its code: the variables that it fetches and those that its
 * result has.
 */
record JobContract(String jobType, Set<String> reads, Set<String> writes) {

  /** Of all job types that the product works on. */
  static List<JobContract> all() {
    var start =
        new JobContract(
            StartContract.JOB_TYPE, Set.copyOf(StartContract.reads()), names(StartContract.WRITES));
    var handlers =
        ProductClasses.all().stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(JobWorker.class))
            .map(JobContract::of);
    return Stream.concat(Stream.of(start), handlers).toList();
  }

  private static JobContract of(Method handler) {
    var worker = handler.getAnnotation(JobWorker.class);
    return new JobContract(worker.type(), reads(handler, worker), names(handler.getReturnType()));
  }

  private static Set<String> reads(Method handler, JobWorker worker) {
    var parameters =
        Arrays.stream(handler.getParameters())
            .map(parameter -> parameter.getAnnotation(Variable.class))
            .filter(Objects::nonNull)
            .map(Variable::name)
            .collect(Collectors.toSet());
    var fetched = Set.of(worker.fetchVariables());
    if (fetched.isEmpty()) {
      // The starter fetches the parameters; but everything, where a handler wants the job as well.
      assertThat(handler.getParameters())
          .as("%s must name what it fetches", worker.type())
          .extracting(Parameter::getType)
          .doesNotContain((Class) ActivatedJob.class);
      return parameters;
    }
    assertThat(fetched).as("fetched by %s", worker.type()).containsAll(parameters);
    return fetched;
  }

  private static Set<String> names(Class<?> result) {
    if (result == void.class) {
      return Set.of();
    }
    assertThat(result).as("a result names its variables").isRecord();
    return Arrays.stream(result.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }
}
