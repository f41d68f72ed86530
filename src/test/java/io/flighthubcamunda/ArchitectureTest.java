package io.flighthubcamunda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.stream.Stream;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.flighthubcamunda", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule apiKnowsNobody = mayKnow("api");
  @ArchTest static final ArchRule imageSetKnowsOnlyTheApi = mayKnow("imageset", "files", "api");
  @ArchTest static final ArchRule scheduleKnowsOnlyTheApi = mayKnow("schedule", "api");
  @ArchTest static final ArchRule storageKnowsOnlyTheApiAndS3 = mayKnow("storage", "s3", "api");
  @ArchTest static final ArchRule reportKnowsImageSets = mayKnow("report", "imageset", "api");
  @ArchTest static final ArchRule s3KnowsNobody = mayKnow("s3");

  @ArchTest
  static final ArchRule uploadKnowsFilesAndTheStore =
      mayKnow("upload", "imageset", "storage", "api");

  @ArchTest static final ArchRule filesKnowNobody = mayKnow("files");

  @ArchTest
  static final ArchRule resultKnowsTheStore = mayKnow("result", "files", "storage", "api");

  @ArchTest
  static final ArchRule sourceKnowsTheImageSet = mayKnow("source", "imageset", "s3", "api");

  @ArchTest
  static final ArchRule surveyKnowsImageSetsAndWhereTheyLie =
      mayKnow("survey", "source", "imageset", "api");

  @ArchTest
  static final ArchRule workerKnowsAllBelow =
      mayKnow(
          "worker",
          "survey",
          "schedule",
          "upload",
          "source",
          "imageset",
          "result",
          "report",
          "files",
          "storage",
          "api");

  @ArchTest static final ArchRule simulatorIsAlone = mayKnow("simulator");

  @ArchTest
  static final ArchRule packagesMakeNoCircle =
      SlicesRuleDefinition.slices().matching("io.flighthubcamunda.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyWorkersAndVerbsKnowTheEngineAndSpring =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("worker", "cli"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.camunda..", "org.springframework..");

  @ArchTest
  static final ArchRule onlyTheApiKnowsItsHttpClient =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.flighthubcamunda.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("feign..", "io.github.bucket4j..");

  @ArchTest
  static final ArchRule onlyFourAndTheSimulatorKnowTheStoresClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("s3", "storage", "source", "result", "simulator"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource");

  @ArchTest
  static final ArchRule noClassIsABagOfHelpers =
      noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Manager)");

  @ArchTest
  static final ArchRule onlyVerbsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.flighthubcamunda.cli..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  /** Of our packages only these, and itself. */
  private static ArchRule mayKnow(String name, String... others) {
    var known =
        packages(Stream.concat(Stream.of(name), Arrays.stream(others)).toArray(String[]::new));
    var ours = resideInAPackage("io.flighthubcamunda..");
    var unknown =
        Arrays.stream(known)
            .map(JavaClass.Predicates::resideOutsideOfPackage)
            .reduce(ours, (all, outside) -> all.and(outside));
    return noClasses()
        .that()
        .resideInAPackage("io.flighthubcamunda." + name + "..")
        .should()
        .dependOnClassesThat(unknown);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names)
        .map(name -> "io.flighthubcamunda." + name + "..")
        .toArray(String[]::new);
  }
}
