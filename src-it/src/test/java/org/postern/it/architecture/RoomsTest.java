package org.postern.it.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.postern.it.architecture.Rooms.Room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each room keeps to the list, says what the list says, and holds no more than one can look over. */
class RoomsTest {
    private static final JavaClasses PRODUCT = House.product();
    /** Main files of a room, {@code package-info} aside. */
    private static final int FULL = 30;
    /** Split, these would make a dozen types public and bring circles. */
    private static final Set<String> LARGER = Set.of("ra", "smtp.wire");
    private static final Pattern MAY_IMPORT = Pattern.compile("May import (.*?)(?:\\.\\s|\\.$)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\{@code ([a-z][\\w.]*)}");

    @Test
    void eachPackageIsOnTheListAndNothingElse() {
        Set<String> packages = new TreeSet<>();
        PRODUCT.forEach(one -> packages.add(one.getPackageName()));
        assertThat(Rooms.all().stream().map(Room::packageName)).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void noRoomImportsWhatTheListDoesNotAllow() {
        Map<String, Set<String>> forbidden = new TreeMap<>();
        for (JavaClass one : PRODUCT) {
            Room room = Rooms.named(one.getPackageName()).orElseThrow();
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (!target.isEmpty() && !room.mayImport(target)) {
                    forbidden.computeIfAbsent(room.name(), name -> new TreeSet<>()).add(target);
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void theListAllowsNothingThatNobodyNeeds() {
        Map<String, Set<String>> needless = new TreeMap<>();
        for (Room room : Rooms.all()) {
            Set<String> left = new TreeSet<>(room.rooms());
            PRODUCT.stream()
                    .filter(one -> one.getPackageName().equals(room.packageName()))
                    .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(target -> target.startsWith(Rooms.OURS))
                    .forEach(target -> left.remove(target.substring(Rooms.OURS.length())));
            if (!left.isEmpty()) {
                needless.put(room.name(), left);
            }
        }
        assertThat(needless).isEmpty();
    }

    @Test
    void noModuleKnowsALaterOne() {
        List<String> modules = Rooms.modules();
        List<String> climbing = new ArrayList<>();
        for (Room room : Rooms.all()) {
            for (String known : room.rooms()) {
                String target = Rooms.named(Rooms.OURS + known).orElseThrow().module();
                if (modules.indexOf(target) > modules.indexOf(room.module())) {
                    climbing.add(room.name() + " -> " + known);
                }
            }
        }
        assertThat(climbing).isEmpty();
    }

    @Test
    void roomsFormNoCircle() {
        slices().matching("org.postern.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void eachRoomSaysWhatItIsForAndWhatTheListSays() throws IOException {
        Map<String, Set<String>> different = new TreeMap<>();
        for (Room room : Rooms.all()) {
            Path page = folder(room).resolve("package-info.java");
            String text = Files.readString(page).replaceAll("\\s*\\n \\* ?", " ");
            Set<String> said = new TreeSet<>();
            Matcher clause = MAY_IMPORT.matcher(text);
            assertThat(clause.find()).as("%s says what it may import", page).isTrue();
            NAMED.matcher(clause.group(1)).results().forEach(name -> said.add(name.group(1)));
            Set<String> listed = new TreeSet<>(room.libraries());
            listed.addAll(room.rooms());
            if (!said.equals(listed)) {
                different.put(room.name(), listed);
            }
        }
        assertThat(different).as("rooms whose package-info says something else, and what the list says").isEmpty();
    }

    @Test
    void noRoomHoldsMoreThanOneCanLookOver() throws IOException {
        List<String> full = new ArrayList<>();
        for (Room room : Rooms.all()) {
            try (Stream<Path> files = Files.list(folder(room))) {
                long count = files.filter(file -> file.toString().endsWith(".java")
                        && !file.endsWith("package-info.java")).count();
                if (count > FULL && !LARGER.contains(room.name())) {
                    full.add(room.name() + ": " + count);
                }
            }
        }
        assertThat(full).isEmpty();
    }

    private static Path folder(Room room) {
        return House.ROOT.resolve(room.module()).resolve("src/main/java").resolve(room.packageName().replace('.', '/'));
    }
}
