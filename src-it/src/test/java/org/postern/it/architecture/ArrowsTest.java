package org.postern.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** smtp ◀ rar, smtp ◀ engine ◀ beans ◀ web; never the other way. */
class ArrowsTest {
    private static final JavaClasses PRODUCT = House.product();
    private static final String[] SMTP = {"org.postern.mail..", "org.postern.smtp.."};
    private static final String[] ENGINE = {"org.postern.policy..", "org.postern.auth..", "org.postern.content..",
            "org.postern.dns..", "org.postern.routing..", "org.postern.delivery..", "org.postern.event..",
            "org.postern.queue..", "org.postern.config..", "org.postern.trace..", "org.postern.limit..",
            "org.postern.bounce.."};
    private static final String[] BEANS = {"org.postern.pipeline..", "org.postern.store..", "org.postern.net..",
            "org.postern.notice..", "org.postern.story..", "org.postern.admin..", "org.postern.identity..",
            "org.postern.wiring.."};

    @Test
    void mailKnowsOnlyTheJdk() {
        classes().that()
                .resideInAPackage("org.postern.mail..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.postern.mail..")
                .check(PRODUCT);
    }

    @Test
    void smtpKnowsOnlyMailAndTheJdk() {
        classes().that()
                .resideInAPackage("org.postern.smtp..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.postern.mail..", "org.postern.smtp..")
                .check(PRODUCT);
    }

    @Test
    void smtpClientAndServerDoNotKnowEachOther() {
        noClasses().that()
                .resideInAPackage("org.postern.smtp.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postern.smtp.client..")
                .check(PRODUCT);
        noClasses().that()
                .resideInAPackage("org.postern.smtp.client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postern.smtp.server..")
                .check(PRODUCT);
    }

    @Test
    void theAdapterKnowsOnlySmtp() {
        noClasses().that()
                .resideInAPackage("org.postern.ra..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.postern..")
                        .and(not(resideInAnyPackage("org.postern.mail..", "org.postern.smtp..", "org.postern.ra.."))))
                .check(PRODUCT);
    }

    @Test
    void nobodyKnowsTheAdapter() {
        noClasses().that()
                .resideOutsideOfPackage("org.postern.ra..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postern.ra..")
                .check(PRODUCT);
    }

    @Test
    void theEngineKnowsNoBeans() {
        noClasses().that()
                .resideInAnyPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BEANS)
                .check(PRODUCT);
    }

    @Test
    void nobodyBelowTheConsoleKnowsTheConsole() {
        noClasses().that()
                .resideOutsideOfPackage("org.postern.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postern.web..")
                .check(PRODUCT);
    }

    @Test
    void theConsoleKnowsNoStoreAndNoPipeline() {
        noClasses().that()
                .resideInAPackage("org.postern.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.postern.store..", "org.postern.pipeline..", "org.postern.net..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheStoreKnowsPersistence() {
        noClasses().that()
                .resideOutsideOfPackage("org.postern.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheStoreKnowsEntities() {
        noClasses().that()
                .resideOutsideOfPackage("org.postern.store..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .check(PRODUCT);
    }

    @Test
    void smtpAndEngineKnowNoContainer() {
        noClasses().that()
                .resideInAnyPackage(SMTP)
                .or()
                .resideInAnyPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.jboss..", "org.wildfly..")
                .check(PRODUCT);
    }

    @Test
    void eachPackageBelongsToOneRoom() {
        String[] rooms = {"org.postern.ra..", "org.postern.web.."};
        classes().should()
                .resideInAnyPackage(java.util.stream.Stream.of(SMTP, ENGINE, BEANS, rooms)
                        .flatMap(java.util.Arrays::stream)
                        .toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.postern.(**)").should().beFreeOfCycles().check(PRODUCT);
    }
}
