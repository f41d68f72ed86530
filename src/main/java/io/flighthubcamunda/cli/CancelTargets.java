package io.flighthubcamunda.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.flighthubcamunda.worker.instance.FoundInstance;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.LivingInstances;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.instance.SearchUnavailableException;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a person names. An instance that gave its resource the UUID itself is found on every
 * engine; names, and instances that were given a UUID, need an engine that can be searched.
 */
final class CancelTargets {

  private static final String SURVEY = "reconstruct-many";
  private static final String RESOURCE_UUID = "resourceUuid";
  private static final String SURVEY_UUID = "surveyUuid";

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern KEY_FORM = Pattern.compile("\\d{1,18}");

  private final LivingInstances engine;
  private final InstanceSearch search;
  private final ResourceUuids uuids;

  CancelTargets(LivingInstances engine, InstanceSearch search, ResourceUuids uuids) {
    this.engine = engine;
    this.search = search;
    this.uuids = uuids;
  }

  /**
   * @param name key of an instance, UUID of a resource or of a survey, name of an image set or of a
   *     survey
   * @throws NothingToCancelException when nothing that runs is called so, or more than one thing
   * @throws SearchUnavailableException when the engine would have to be searched and can't be
   */
  CancelTarget of(String name) {
    if (UUID_FORM.matcher(name).matches()) {
      return byUuid(UUID.fromString(name).toString());
    }
    return KEY_FORM.matcher(name).matches() ? byKey(Long.parseLong(name)) : byName(name);
  }

  /** Without asking anybody: the UUIDs of the image sets follow from that of the survey. */
  CancelTarget ofSurvey(UUID surveyUuid, OptionalLong instanceKey) {
    return new CancelTarget(
        "the survey " + surveyUuid, ImageSetRow.resourceUuids(surveyUuid), instanceKey);
  }

  private CancelTarget byUuid(String uuid) {
    var ours = uuids.instanceOf(uuid);
    if (ours.isPresent()) {
      requireLiving(ours.getAsLong());
      return CancelTarget.reconstruction(uuid, ours);
    }
    try {
      var reconstructions = search.withVariable(RESOURCE_UUID, uuid);
      var found = reconstructions.stream().filter(FoundInstance::reconstruction).findFirst();
      if (found.isPresent()) {
        requireLiving(found.get().key());
        return CancelTarget.reconstruction(uuid, OptionalLong.of(found.get().key()));
      }
      var survey = search.withVariable(SURVEY_UUID, uuid).stream().filter(CancelTargets::isSurvey);
      return survey
          .findFirst()
          .map(instance -> survey(instance.key(), uuid))
          .orElseGet(() -> CancelTarget.reconstruction(uuid, OptionalLong.empty()));
    } catch (SearchUnavailableException e) {
      return CancelTarget.reconstruction(uuid, OptionalLong.empty());
    }
  }

  private CancelTarget byKey(long key) {
    requireLiving(key);
    try {
      return search
          .find(key)
          .map(this::target)
          .orElseGet(() -> CancelTarget.reconstruction(uuids.ofInstance(key), key(key)));
    } catch (SearchUnavailableException e) {
      return CancelTarget.reconstruction(uuids.ofInstance(key), key(key));
    }
  }

  private CancelTarget byName(String name) {
    var reconstructions =
        search.withVariable("imageSetName", name).stream().filter(FoundInstance::reconstruction);
    var surveys = search.withVariable("surveyName", name).stream().filter(CancelTargets::isSurvey);
    var living =
        Stream.concat(reconstructions, surveys)
            .filter(instance -> engine.lives(instance.key()))
            .toList();
    if (living.isEmpty()) {
      throw new NothingToCancelException(
          "No image set or survey called \"%s\" is under way.".formatted(name));
    }
    if (living.size() > 1) {
      throw new NothingToCancelException(
          "%d instances are called \"%s\", and none was cancelled. Name one of them by its key:%n%s"
              .formatted(living.size(), name, listed(living)));
    }
    return target(living.getFirst());
  }

  private static String listed(List<FoundInstance> instances) {
    return instances.stream()
        .map(
            instance ->
                "  %d  %s, since %s"
                    .formatted(instance.key(), instance.processId(), instance.startedAt()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private CancelTarget target(FoundInstance instance) {
    if (isSurvey(instance)) {
      return variable(instance, SURVEY_UUID)
          .map(uuid -> survey(instance.key(), uuid))
          .orElseThrow(
              () ->
                  new NothingToCancelException(
                      "The survey %d has not read its list yet. Try again when it has."
                          .formatted(instance.key())));
    }
    if (!instance.reconstruction()) {
      throw new NothingToCancelException(
          "The instance %d is one of %s. Name the instance of %s or %s that it belongs to."
              .formatted(instance.key(), instance.processId(), ResourceUuids.PROCESS, SURVEY));
    }
    var uuid = variable(instance, RESOURCE_UUID).orElseGet(() -> uuids.ofInstance(instance.key()));
    return CancelTarget.reconstruction(uuid, key(instance.key()));
  }

  private CancelTarget survey(long key, String uuid) {
    requireLiving(key);
    return ofSurvey(UUID.fromString(uuid), key(key));
  }

  private Optional<String> variable(FoundInstance instance, String name) {
    return Optional.ofNullable(search.variables(instance.key(), Set.of(name)).get(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private void requireLiving(long key) {
    if (!engine.lives(key)) {
      throw new NothingToCancelException(
          "The instance %d has ended, or there never was one.".formatted(key));
    }
  }

  private static boolean isSurvey(FoundInstance instance) {
    return SURVEY.equals(instance.processId());
  }

  private static OptionalLong key(long key) {
    return OptionalLong.of(key);
  }
}
