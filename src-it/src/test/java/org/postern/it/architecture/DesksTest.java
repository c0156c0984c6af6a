package org.postern.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whom the services for people serve: nobody by oversight. */
class DesksTest {
    private static final JavaClasses PRODUCT = House.product();
    private static final String ACCESS = "org.postern.admin.access.";
    /** What pages may ask before somebody is let in, or to let them in. Each guards itself: by a token, a password, a link, or by telling no secret. */
    private static final Set<String> OPEN = Set.of("Administrators", "DigestLinks", "Entrance", "LocalToken",
            "LoginThrottle", "OpenIdEntrance", "PasswordChoice", "Readiness", "TokenEntrance");

    /** Rooms through which goes what people write in the console. */
    private static final Pattern THROUGH = Pattern
            .compile("org\\.postern\\.(admin\\..*|config|config\\.kept|config\\.rule|routing|reputation\\.entry)");
    /** What nobody writes there: it stands in the configuration file alone, is asked for by programs alone, or is a fault of the gateway's own. */
    private static final Set<String> IN_ENGLISH = Set.of("ArchiveRule", "DigestDesk", "Local", "LoginRule",
            "ManagementTree",
            "QuestionRule", "ScannerAddress",
            "ScannerRule", "Secret", "Setting", "Settings", "TlsRule");

    @Test
    void eachPublicMethodOfADeskSaysWhoMayCallIt() {
        methods().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ACCESS + "Desk")
                .and()
                .arePublic()
                .and()
                .areNotStatic()
                .should()
                .beAnnotatedWith(ACCESS + "Looks")
                .orShould()
                .beAnnotatedWith(ACCESS + "Acts")
                .check(PRODUCT);
    }

    /** Pages say it in the language of whoever reads them. */
    @Test
    void whatADeskSaysAboutAnActIsASentenceAndNoText() {
        assertThat(PRODUCT.stream()
                .flatMap(desk -> desk.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(ACCESS + "Acts"))
                .filter(DesksTest::saysText)
                .map(JavaMethod::getFullName)).isEmpty();
    }

    private static boolean saysText(JavaMethod method) {
        return method.getReturnType() instanceof JavaParameterizedType type
                && type.toErasure().isEquivalentTo(Optional.class)
                && type.getActualTypeArguments().getFirst().getName().equals(String.class.getName());
    }

    /** Whoever has written it reads on the page what is wrong with it, in the language of the page. */
    @Test
    void whatPeopleWriteIsRefusedBySentences() {
        assertThat(PRODUCT.stream()
                .filter(one -> THROUGH.matcher(one.getPackageName()).matches())
                .flatMap(one -> one.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(IllegalArgumentException.class))
                .map(call -> call.getOriginOwner().getSimpleName())
                .filter(name -> !IN_ENGLISH.contains(name))).isEmpty();
    }

    @Test
    void pagesAndCommandsCallDesksAndLittleElse() {
        Set<String> unguarded = new TreeSet<>();
        for (JavaClass page : PRODUCT) {
            if (page.getPackageName().startsWith("org.postern.web")) {
                page.getMethodCallsFromSelf()
                        .stream()
                        .map(JavaMethodCall::getTargetOwner)
                        .filter(DesksTest::isBean)
                        .filter(owner -> !owner.isAnnotatedWith(ACCESS + "Desk"))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !OPEN.contains(name))
                        .forEach(unguarded::add);
            }
        }
        assertThat(unguarded).isEmpty();
    }

    private static boolean isBean(JavaClass owner) {
        return owner.getPackageName().startsWith("org.postern.admin")
                && (owner.isAnnotatedWith("jakarta.inject.Singleton")
                        || owner.isAnnotatedWith("jakarta.ejb.Singleton"));
    }
}
