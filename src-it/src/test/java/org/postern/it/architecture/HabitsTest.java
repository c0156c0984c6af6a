package org.postern.it.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is done nowhere in this house. */
class HabitsTest {
    private static final int LONGEST_FILE = 350;
    private static final JavaClasses PRODUCT = House.product();
    private static final String INJECT = "jakarta.inject.Inject";
    /** What the container itself makes, and must be able to make without arguments, has other annotations. */
    private static final DescribedPredicate<JavaClass> BEANS = DescribedPredicate.describe("are beans of our own",
            one -> one.isAnnotatedWith("jakarta.inject.Singleton")
                    || one.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"));

    @Test
    void nobodySleeps() {
        noClasses().should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(PRODUCT);
        noClasses().should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(House.tests());
    }

    @Test
    void nobodySendsObjectsOverTheQueues() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.jms.ObjectMessage").check(PRODUCT);
    }

    @Test
    void beansAreGivenWhatTheyNeedByTheirConstructors() {
        noFields().that()
                .areDeclaredInClassesThat(BEANS)
                .and()
                .areNotAnnotatedWith("jakarta.enterprise.inject.Produces")
                .should()
                .beAnnotatedWith(INJECT)
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .check(PRODUCT);
    }

    @Test
    void whatIsInjectedByItsConstructorHasNoSecondWayToBeMade() {
        noFields().that()
                .areDeclaredInClassesThat()
                .containAnyConstructorsThat(annotatedWith(INJECT))
                .should()
                .beAnnotatedWith(INJECT)
                .check(PRODUCT);
        noConstructors().that()
                .areDeclaredInClassesThat()
                .containAnyConstructorsThat(annotatedWith(INJECT))
                .should()
                .haveRawParameterTypes(new Class<?>[0])
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Common")
                .check(PRODUCT);
    }

    @Test
    void eachPackageSaysWhatItIsFor() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path source : House.sources()) {
            Path folder = source.getParent();
            if (source.toString().contains("/src/main/") && !Files.exists(folder.resolve("package-info.java"))) {
                silent.add(folder);
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void noFileIsLongerThanOneCanRead() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : House.sources()) {
            long lines = Files.readAllLines(source).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(House.ROOT.relativize(source) + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }
}
