package plimsoll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import plimsoll.access.Looked;

/** The rules of the house. */
@AnalyzeClasses(packages = "plimsoll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> PURE =
      List.of(
          "survey",
          "statistics",
          "disclosure",
          "delivery.metric",
          "pattern",
          "pattern.copy",
          "pattern.trait",
          "pattern.landscape",
          "platform",
          "readiness",
          "roadmap",
          "figure",
          "rota");

  /** A feature may import those before it, and none after it. */
  private static final List<String> FEATURES =
      List.of(
          "language",
          "schedule",
          "access",
          "document",
          "catalog",
          "questionnaire",
          "mail",
          "campaign",
          "announcement",
          "response",
          "delivery.fact",
          "delivery.source",
          "delivery.pull",
          "delivery",
          "workload.file",
          "workload.manifest",
          "workload.pipeline",
          "workload.crossplane",
          "workload",
          "estate",
          "connection",
          "reading",
          "product",
          "report",
          "demonstration");

  @ArchTest
  static void everyRoomThatARuleNamesExists(JavaClasses all) {
    Stream.concat(PURE.stream(), FEATURES.stream())
        .forEach(
            room ->
                assertFalse(
                    all.stream().noneMatch(type -> type.getPackageName().equals(room(room))),
                    "no class lies in " + room));
  }

  @ArchTest
  static final ArchRule pureRoomsUseOnlyJavaAndMathematics =
      classes()
          .that()
          .resideInAnyPackage(pure())
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of("java..", "org.apache.commons.math3.."),
                      PURE.stream().map(ArchitectureTest::room))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule pureRoomsKnowNoClockAndNoChance =
      noClasses()
          .that()
          .resideInAnyPackage(pure())
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callConstructor(java.util.SplittableRandom.class);

  /** {@code Math} may round these as the processor does; StrictMath and FastMath may not. */
  @ArchTest
  static final ArchRule pureRoomsRoundAlikeOnEveryMachine =
      noClasses()
          .that()
          .resideInAnyPackage(pure())
          .should()
          .callMethodWhere(
              named(
                  Math.class.getName(),
                  "sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot"
                      + "|sinh|cosh|tanh"));

  /** Sums of parts that threads cut as they like round as the threads do. */
  @ArchTest
  static final ArchRule pureRoomsUseOneThread =
      noClasses()
          .that()
          .resideInAnyPackage(pure())
          .should()
          .callMethodWhere(named("java.util\\..*", "parallel.*"));

  private static DescribedPredicate<JavaAccess<?>> named(String owner, String name) {
    return describe(
        owner + "." + name,
        call ->
            call.getTargetOwner().getName().matches(owner)
                && call.getTarget().getName().matches(name));
  }

  @ArchTest
  static void featuresImportLeftwardsOnly(JavaClasses all) {
    for (int i = 0; i < FEATURES.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(room(FEATURES.get(i)))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  FEATURES.subList(i + 1, FEATURES.size()).stream()
                      .map(ArchitectureTest::room)
                      .toArray(String[]::new)))
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching("plimsoll.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reportAndReadinessCannotReachResponse =
      noClasses()
          .that()
          .resideInAnyPackage("plimsoll.report..", "plimsoll.readiness..")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAPackage("plimsoll.response")
          .as("report and readiness import nothing of response");

  @ArchTest
  static final ArchRule nobodyImportsTheOutsideWalls =
      noClasses()
          .that()
          .resideOutsideOfPackages("plimsoll.web..", "plimsoll.database..", "plimsoll.start..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("plimsoll.web..", "plimsoll.database..", "plimsoll.start..");

  @ArchTest
  static final ArchRule onlyBoundariesKnowTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackage("plimsoll.web..")
          .and()
          .haveNameNotMatching(".*(Resource|Pages)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.mvc..");

  @ArchTest
  static final ArchRule onlyStoresTouchTheEntityManager =
      noClasses()
          .that()
          .haveNameMatching(".*(Resource|Pages)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(EntityManager.class);

  @ArchTest
  static final ArchRule everyEndpointSaysWhoMayComeIn =
      methods()
          .that(describe("are endpoints", ArchitectureTest::isEndpoint))
          .should(
              ArchConditions.<JavaMethod>beAnnotatedWith(RolesAllowed.class)
                  .or(ArchConditions.beAnnotatedWith(PermitAll.class)));

  /** Endpoints of the rooms that hold results which show none of people, not open to all either. */
  private static final List<String> SHOW_NO_RESULTS =
      List.of(
          "PreviewPages.saved",
          "ReadingPages.all",
          "ReadingPages.progress",
          "ReadingsResource.all",
          "ReadingsResource.latest",
          "ReadingsResource.one",
          "PullPages.all",
          "PullsResource.all",
          "ServicePages.all",
          "ServicePages.one",
          "ReadingsResource.ofSameCut",
          "CampaignsResource.links",
          "SeriesResource.all",
          "SeriesResource.one",
          "SeriesPages.list",
          "SourcePages.all",
          "SourcePages.one",
          "SourcePages.sent",
          "SourcesResource.one",
          "SourcesResource.sent",
          "BackfillPages.backfills",
          "BackfillsResource.all",
          "BackfillsResource.one",
          "DeliveriesResource.rereading",
          "DeliveriesResource.all");

  @ArchTest
  static final ArchRule everyLookAtResultsIsRecorded =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .and()
          .areNotAnnotatedWith(PermitAll.class)
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              room("campaign"),
              room("announcement"),
              room("delivery"),
              room("estate"),
              room("response"),
              room("reading"),
              room("product"),
              room("report"))
          .and(
              describe(
                  "show results",
                  method ->
                      !SHOW_NO_RESULTS.contains(
                          method.getOwner().getSimpleName() + "." + method.getName())))
          .should()
          .beAnnotatedWith(Looked.class);

  private static boolean isEndpoint(JavaMethod method) {
    return Stream.<Class<? extends Annotation>>of(GET.class, POST.class, PUT.class, DELETE.class)
        .anyMatch(method::isAnnotatedWith);
  }

  private static String[] pure() {
    return PURE.stream().map(ArchitectureTest::room).toArray(String[]::new);
  }

  private static String room(String name) {
    return "plimsoll." + name;
  }
}
