package org.postern.config.rule;

import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When a rule counts, by the clock where the gateway is.
 *
 * @param hours of each day; empty for all
 * @param days of the week; those of the beginning where the hours go past midnight
 * @param since the first day; empty for always
 * @param until the last day; empty for ever
 */
public record RuleTimes(Optional<Hours> hours, Set<DayOfWeek> days, Optional<LocalDate> since,
        Optional<LocalDate> until) {
    private static final Sentence.Form UNTIL_BEFORE_SINCE = Sentence.form("untilBeforeSince",
            "until {0} is before since {1}");
    private static final Sentence.Form NO_HOURS = Sentence.form("notHours",
            "hours are written as in 22:00-06:30, not {0}");
    private static final Sentence.Form NO_DAY = Sentence.form("notADay",
            "a day is written as in 2026-12-31, not {0}");
    private static final Sentence.Form NO_DAYS = Sentence.form("notDays",
            "days are written as in mon-fri or sun, not {0}");

    /** At all times. */
    public static final RuleTimes ALWAYS = new RuleTimes(Optional.empty(), EnumSet.allOf(DayOfWeek.class),
            Optional.empty(), Optional.empty());

    public RuleTimes {
        days = Set.copyOf(days);
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            throw UNTIL_BEFORE_SINCE.refused(until.get().toString(), since.get().toString());
        }
    }

    /**
     * From one time of the day to another; past midnight where that is not later.
     *
     * @param end the first moment that is no more in it; midnight is the end of the day
     */
    public record Hours(LocalTime start, LocalTime end) {
        static Hours parse(String text) {
            String[] ends = text.split("-", 2);
            try {
                if (ends.length == 2) {
                    String last = ends[1].strip();
                    return new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(last.equals("24:00")
                            ? "00:00"
                            : last));
                }
            } catch (DateTimeParseException e) {
                throw (RefusedException) NO_HOURS.refused(text).initCause(e);
            }
            throw NO_HOURS.refused(text);
        }

        private boolean isPastMidnight() {
            return !start.isBefore(end);
        }
    }

    /** {@return whether it is one of these times} */
    public boolean include(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        LocalDate day = now.toLocalDate();
        if (hours.isPresent()) {
            Hours wanted = hours.get();
            boolean begun = !time.isBefore(wanted.start());
            boolean notEnded = time.isBefore(wanted.end());
            if (wanted.isPastMidnight() ? !begun && !notEnded : !begun || !notEnded) {
                return false;
            }
            day = begun ? day : day.minusDays(1);
        }
        LocalDate of = day;
        return days.contains(of.getDayOfWeek()) && since.filter(of::isBefore).isEmpty()
                && until.filter(of::isAfter).isEmpty();
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw (RefusedException) NO_DAY.refused(text).initCause(e);
        }
    }

    /** {@return the days that texts such as {@code mon-fri} and {@code sun} name} */
    static Set<DayOfWeek> days(List<String> texts) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : texts) {
            String[] ends = text.split("-", 2);
            DayOfWeek day = day(ends[0], text);
            DayOfWeek last = day(ends[ends.length - 1], text);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String name, String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(name.strip().toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw NO_DAYS.refused(text);
    }
}
