using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Dates from the call to the request, on Friday, 20 November 2026, 13:00 in Berlin.</summary>
public class DateArgumentTests
{
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData(null)]
    public async Task A_due_day_is_a_day_of_the_account_whatever_zone_is_configured(string? zone)
    {
        SandboxSession session = new(timeZone: zone);
        ToolResult result = await session.CallAsync(
            "update_task",
            """{"task":"86x9gr6hr","due":"2026-12-31","start":"2026-12-30"}"""
        );
        // The end of the 31st and the start of the 30th in Berlin.
        session.Sent.ShouldContain(r => r.Body.Contains("\"due_date\":1798757999999"));
        session.Sent.ShouldContain(r => r.Body.Contains("\"start_date\":1798585200000"));
        result.Text.ShouldContain("due: 2026-12-31\n");
        result.Text.ShouldContain("start: 2026-12-30\n");
    }

    [Theory]
    [InlineData(
        "update_task",
        """{"task":"86x9gr6hr","due":"next friday"}""",
        "due: Fri 2026-11-27 (end of day, Europe/Berlin)"
    )]
    [InlineData(
        "update_task",
        """{"task":"86x9gr6hr","due":"Nov 19"}""",
        "due: Fri 2027-11-19 (end of day, Europe/Berlin)"
    )]
    [InlineData(
        "update_task",
        """{"task":"86x9gr6hr","due":"tomorrow 3pm"}""",
        "due: Sat 2026-11-21 15:00 (Europe/Berlin)"
    )]
    [InlineData("list_tasks", """{"list":"API","due_before":"monday"}""", "due_before: Mon 2026-11-23")]
    [InlineData("get_workspace_tasks", """{"updated_after":"monday"}""", "updated_after: Mon 2026-11-16")]
    [InlineData("get_workspace_tasks", """{"created_after":"Nov 19"}""", "created_after: Thu 2026-11-19")]
    [InlineData("get_time_entries", """{"start":"monday","end":"thursday"}""", "start: Mon 2026-11-16")]
    [InlineData(
        "add_time_entry",
        """{"task":"DEV-1","start":"monday 9am","duration":"1h"}""",
        "start: Mon 2026-11-16 09:00"
    )]
    public async Task What_words_mean_is_said_beside_the_result(string tool, string arguments, string expected)
    {
        ToolResult result = await new SandboxSession().CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task A_day_in_ISO_8601_is_not_repeated()
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "list_tasks",
            """{"list":"API","due_before":"2026-12-31"}"""
        );
        result.Text.ShouldNotContain("due_before");
    }

    [Theory]
    [InlineData(
        "add_time_entry",
        """{"task":"DEV-1","start":"2026-11-19 10:00","end":"2026-11-19 09:00"}""",
        "end is before start"
    )]
    [InlineData(
        "add_time_entry",
        """{"task":"DEV-1","start":"2026-11-19 10:00","end":"2026-11-19 10:00"}""",
        "end is the same as start"
    )]
    [InlineData("add_time_entry", """{"task":"DEV-1","start":"2026-11-19 10:00","duration":"0"}""", "too short")]
    [InlineData(
        "add_time_entry",
        """{"task":"DEV-1","start":"2026-11-21 10:00","duration":"1h"}""",
        "start is in the future"
    )]
    [InlineData(
        "add_time_entry",
        """{"task":"DEV-1","start":"2026-11-20 10:00","end":"2026-11-20 15:00"}""",
        "end is in the future"
    )]
    [InlineData(
        "add_time_entry",
        """{"task":"DEV-1","start":"2026-11-19 10:00","duration":"5400000"}""",
        "without a unit"
    )]
    [InlineData("create_task", """{"list":"API","name":"e","time_estimate":"3600000"}""", "without a unit")]
    [InlineData(
        "create_task",
        """{"list":"API","name":"e","start":"2026-12-02","due":"2026-12-01"}""",
        "due is before start"
    )]
    [InlineData(
        "update_task",
        """{"task":"86x9gr6hr","start":"2026-12-02","due":"2026-12-01"}""",
        "due is before start"
    )]
    [InlineData(
        "list_tasks",
        """{"list":"API","due_after":"2026-12-02","due_before":"2026-12-01"}""",
        "due_before is before due_after"
    )]
    [InlineData(
        "get_workspace_tasks",
        """{"created_after":"2026-11-19","created_before":"2026-11-18"}""",
        "created_before is before created_after"
    )]
    [InlineData("get_time_entries", """{"start":"2026-11-19","end":"2026-11-18"}""", "end is before start")]
    [InlineData(
        "track_time",
        """{"task":"DEV-1","start":"2026-11-19 10:00","end":"2026-11-19 09:00","time":"1h"}""",
        "end is before start"
    )]
    [InlineData(
        "update_task",
        """{"task":"DEV-5","due":"04/05/2026"}""",
        "2026-05-04 (day first) or 2026-04-05 (month first)"
    )]
    public async Task What_cannot_be_is_refused_before_a_request(string tool, string arguments, string expected)
    {
        SandboxSession session = new();
        ToolResult result = await session.CallAsync(tool, arguments);
        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain(expected);
        session.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Asia/Tokyo", "\"due_date\":1798729199999")]
    [InlineData("America/New_York", "\"due_date\":1798779599999")]
    public async Task The_accounts_zone_decides_when_a_day_ends(string accountTimeZone, string expected)
    {
        SandboxSession session = new(timeZone: "Europe/Berlin", accountTimeZone: accountTimeZone);
        await session.CallAsync("update_task", """{"task":"86x9gr6hr","due":"2026-12-31"}""");
        session.Sent.ShouldContain(r => r.Body.Contains(expected));
    }

    [Fact]
    public async Task That_no_time_zone_is_known_is_said_once()
    {
        SandboxSession session = new(accountTimeZone: null);
        const string Notice = "The account has no time zone";
        (await session.CallAsync("get_task", """{"task":"86x9gr6hr"}""")).Text.ShouldContain(Notice);
        (await session.CallAsync("get_task", """{"task":"86x9gr6hr"}""")).Text.ShouldNotContain(Notice);
    }
}
