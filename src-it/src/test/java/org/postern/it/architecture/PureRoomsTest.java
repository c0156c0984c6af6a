package org.postern.it.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;

/** {@code smtp} and {@code engine} decide; sockets, threads, time and log are brought to them from outside. */
class PureRoomsTest {
    private static final JavaClasses PRODUCT = House.product();

    private static GivenClassesConjunction pure() {
        return noClasses().that()
                .resideInAnyPackage(Rooms.of("resource-adapter/smtp", "ejb/engine"));
    }

    @Test
    void openNoSockets() {
        pure().should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URL|URLConnection)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.channels..", "javax.net..", "java.net.http..")
                .check(PRODUCT);
    }

    @Test
    void startNoThreads() {
        pure().should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.lang\\.Thread|java\\.util\\.concurrent\\.(Executor.+|.*ThreadPool.*|CompletableFuture|ForkJoin.*)|java\\.util\\.Timer")
                .check(PRODUCT);
    }

    @Test
    void askNoClockOfTheirOwn() {
        pure().should()
                .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
                        .and(target(owner(assignableTo(System.class)))))
                .orShould()
                .callMethodWhere(target(nameMatching("now")).and(target(owner(assignableTo(Instant.class)))))
                .orShould()
                .callMethodWhere(target(nameMatching("system.*")).and(target(owner(assignableTo(Clock.class)))))
                .check(PRODUCT);
    }

    @Test
    void writeNoLog() {
        pure().should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jboss.logging..", "java.util.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System$Logger")
                .check(PRODUCT);
    }
}
