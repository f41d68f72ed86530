package io.flighthubcamunda.worker.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for process instances, also for ended ones. Not every engine offers that to us: then each
 * method throws a {@link SearchUnavailableException}. What is missing here may only not have
 * arrived yet.
 */
public interface InstanceSearch {

  /** Most instances that one search brings. */
  int LIMIT = 100;

  Optional<FoundInstance> find(long processInstanceKey);

  /**
   * Instances of whatever process that have a variable of this very text in some scope.
   *
   * @return in no order, at most {@link #LIMIT}
   */
  List<FoundInstance> withVariable(String name, String text);

  /** Reconstructions that were cancelled from outside, the latest first, at most {@link #LIMIT}. */
  List<FoundInstance> cancelled();

  /**
   * Variables of the whole instance, without those of its steps. One that is too long for the
   * search store is left out.
   */
  Map<String, JsonNode> variables(long processInstanceKey, Set<String> names);
}
