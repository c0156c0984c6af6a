package org.postern.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.architecture.Rooms.Room;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the list of rooms may never allow, however it grows. That the code keeps to the list is for {@link RoomsTest}. */
class ArrowsTest {
    private static final Set<String> PERSISTENCE = Set.of("jakarta.persistence", "org.hibernate");
    private static final List<String> CONTAINER = List.of("jakarta.", "org.jboss.", "org.wildfly.");

    private static Stream<Room> of(String module) {
        return Rooms.all().stream().filter(room -> room.module().equals(module));
    }

    private static Predicate<Room> below(String name) {
        return room -> room.name().equals(name) || room.name().startsWith(name + ".");
    }

    private static Stream<String> known(Stream<Room> rooms) {
        return rooms.flatMap(room -> room.rooms().stream());
    }

    @Test
    void mailAndSmtpKnowNothingButTheJdk() {
        assertThat(of("resource-adapter/smtp").flatMap(room -> room.libraries().stream())).isEmpty();
        assertThat(known(Rooms.all().stream().filter(below("mail")))).isEmpty();
    }

    @Test
    void smtpClientAndServerDoNotKnowEachOther() {
        assertThat(known(Rooms.all().stream().filter(below("smtp.server")))).doesNotContain("smtp.client");
        assertThat(known(Rooms.all().stream().filter(below("smtp.client")))).doesNotContain("smtp.server", "receiver");
    }

    @Test
    void whatDecidesAboutMailSeesTheContractOfTheReceiverAndNoneOfItsInside() {
        assertThat(known(Stream.concat(of("ejb/engine"), of("ejb/beans")))).doesNotContain("smtp.server");
    }

    /** But for what shows certificates: applications see the same as clients of mail. */
    @Test
    void nobodyKnowsTheAdapter() {
        assertThat(known(Rooms.all().stream().filter(below("ra").or(below("account")).negate())))
                .noneMatch(name -> name.startsWith("ra"));
        assertThat(known(Rooms.all().stream().filter(below("account"))).filter(name -> name.startsWith("ra")))
                .containsOnly("ra.tls");
    }

    @Test
    void theEngineKnowsNoContainer() {
        assertThat(of("ejb/engine").flatMap(room -> room.libraries().stream()))
                .noneMatch(library -> CONTAINER.stream().anyMatch(library::startsWith));
    }

    @Test
    void onlyTheStoreKnowsPersistence() {
        assertThat(Rooms.all().stream().filter(room -> room.libraries().stream().anyMatch(PERSISTENCE::contains)))
                .allMatch(below("store"));
    }

    @Test
    void onlyTheStoreKnowsEntities() {
        noClasses().that()
                .resideOutsideOfPackage("org.postern.store..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .check(House.product());
    }

    @Test
    void theConsoleKnowsTheServicesAndNoneOfWhatTheyStandOn() {
        List<String> beneath = List.of("store", "pipeline", "net", "broker", "contents", "wiring");
        assertThat(known(of("web")))
                .noneMatch(name -> beneath.stream().anyMatch(room -> (name + ".").startsWith(room + ".")));
    }

    /** It is written later than the mail moves: "not yet known" would be taken for "unknown". */
    @Test
    void nothingOnTheWayOfMailAsksTheTrace() {
        noClasses().that()
                .resideOutsideOfPackages("org.postern.pipeline.trace..", "org.postern.store.trace..",
                        "org.postern.admin.trace..", "org.postern.event..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.postern.event.Trace")
                .check(House.product());
    }
}
