using System.Text.Json;

namespace ClickUpMcp.Tests.Projection;

/// <summary>Made-up tasks as big and as untidy as ClickUp sends them.</summary>
internal static class RawTasks
{
    private static readonly string[] Names =
    [
        "Fix the login redirect on Safari",
        "Prepare the quarterly report",
        "Customer call: renewal of contract",
        "Rewrite onboarding e-mails",
        "Upgrade the payment library",
    ];

    private static readonly string[] Statuses = ["to do", "in progress", "review", "complete"];

    private static readonly string[] People = ["Ada Lovelace", "Grace Hopper", "Linus", "Margaret"];

    /// <summary>One task of about 6 KB.</summary>
    public static string Task(int i) =>
        $$"""
            {"id":"86b4bnn{{i:00}}","custom_id":null,"custom_item_id":0,"name":"{{Names[
                i % 5
            ]}}","text_content":"{{Text(i)}}",
            "description":"{{Text(i)}}","status":{"id":"p90_{{i}}","status":"{{Statuses[
                i % 4
            ]}}","color":"#87909e","orderindex":{{i % 4}},"type":"custom"},
            "orderindex":"40000{{i}}.00000000000000000000000000000000","date_created":"1763900000{{i:000}}","date_updated":"1763990000{{i:000}}","date_closed":null,"date_done":null,"archived":false,
            "creator":{"id":183,"username":"Ada Lovelace","color":"#08c7e0","email":"ada@example.org","profilePicture":"https://attachments.example.org/profilePictures/183_aBc.jpg"},
            "assignees":[{{Person(i)}}{{(
                i % 3 == 0 ? "," + Person(i + 1) : ""
            )}}],"group_assignees":[],"watchers":[{{Person(0)}},{{Person(1)}}],
            "checklists":[{"id":"b955c4dc-b8a8-48d8-a0c6-b4200788a683","task_id":"86b4bnn{{i:00}}","name":"Release","date_created":"1763900000000","orderindex":0,"creator":183,"resolved":1,"unresolved":1,
            "items":[{"id":"21e08dc8","name":"Write notes","orderindex":0,"assignee":null,"group_assignee":null,"resolved":true,"parent":null,"date_created":"1763900000000","children":[]},
            {"id":"21e08dc9","name":"Tag","orderindex":1,"resolved":0,"parent":null,"children":[{"id":"x","name":"Sign the tag","resolved":null,"children":["y"]}]}]}],
            "tags":[{"name":"backend","tag_fg":"#ffffff","tag_bg":"#7C4DFF","creator":183}],"parent":null,"top_level_parent":null,
            "priority":{{(
                i % 4 == 0 ? "null" : """{"color":"#ffcc00","id":"2","orderindex":"2","priority":"high"}"""
            )}},"due_date":{{(
                i % 2 == 0 ? "null" : $"\"17970{i:00}200000\""
            )}},"start_date":null,"points":null,"time_estimate":5400000,"time_spent":0,
            "custom_fields":[{{CustomFields}}],
            "dependencies":[],"linked_tasks":[],"locations":[],"team_id":"9010","url":"https://app.clickup.com/t/86b4bnn{{i:00}}","sharing":{"public":false,"public_share_expires_on":null,"public_fields":["assignees","priority","due_date","content","comments","attachments","customFields","subtasks","tags","checklists","coverimage"],"token":null,"seo_optimized":false},
            "permission_level":"create","list":{"id":"901200","name":"Backlog","access":true},"project":{"id":"90120","name":"hidden","hidden":true,"access":true},"folder":{"id":"90120","name":"hidden","hidden":true,"access":true},"space":{"id":"9012"} }
            """;

    public static List<JsonElement> Many(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => Parse(Task(i)))];

    public static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Text(int i) =>
        string.Concat(Enumerable.Repeat($"Some words that describe the work, part {i}. ", 18))
        + "\\nDone when it is done.";

    private static string Person(int i) =>
        $$"""{"id":{{180 + (i % 4)}},"username":"{{People[i % 4]}}","color":"#08c7e0","initials":"AL","email":"p{{i % 4}}@example.org","profilePicture":null}""";

    private static string CustomFields =>
        """
            {"id":"03efda77-c7a0-42d3-8afd-fd546353c2f5","name":"Stage","type":"drop_down","type_config":{"default":0,"placeholder":null,"options":[{"id":"opt-a","name":"Alpha","color":"#fff","orderindex":0},{"id":"opt-b","name":"Beta","color":null,"orderindex":"1"}]},"date_created":"1566400407303","hide_from_guests":false,"value":1},
            {"id":"f2","name":"Cost","type":"currency","type_config":{"precision":2,"currency_type":"EUR"},"date_created":"1566400407303","hide_from_guests":false,"value":"8000"},
            {"id":"f3","name":"Notes","type":"text","type_config":{},"date_created":"1566400407303","hide_from_guests":false}
            """;
}
