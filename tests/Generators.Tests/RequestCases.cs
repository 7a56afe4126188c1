using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 100–399 about entries with several requests.</summary>
internal static class RequestCases
{
    private const string Rule = "'exactlyOne': ['of_list', 'to', 'of']";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        InTools(101, "'to': { 'type'", "§'note': { 'type': 'text' }, 'to': { 'type'"),
        InTools(105, Rule, "'atMostOne': ['of_list', 'to', 'of']", "'/task/{of}/comment'", "§'/task/{of}/comment'"),
        InTools(105, Rule, "'exactlyOne': ['of_list', 'text', 'of']", "'/task/{of}/comment'", "§'/task/{of}/comment'"),
        InTools(105, "'/list/{of_list}/comment'", "§'/list/{of}/comment'"),
        InTools(105, "'/comment/{to}/reply'", "§'/task/{of}/comment/{to}'", "/comment/7/reply'", "/task/2/comment/7'"),
        InTools(
            116,
            "'of': { 'entity': 'task' }",
            "'of': { 'entity': 'task' }, 'note': { 'type': 'text', 'clearable': §true }",
            "{ 'content': '$text' }",
            "{ 'content': '$text', 'note': '$note' }"
        ),
        InTools(118, "'PUT /api/v2/comment/7/reply'", "§'PUT /api/v2/comment/7'"),
        InTools(118, "'PUT /api/v2/comment/7/reply'", "§'PUT /api/v2/list/7/comment'"),
        InTools(138, "'operation': 'FindTasks'", "'operation': §'FindTask'"),
        InTools(
            124,
            "'requests': [\n        {\n          'when': 'of_list'",
            "'request': { 'operation': 'PostRaw', 'api': 'v2', 'method': 'POST', 'path': '/x', 'invalidates': [] },\n      §'requests': [\n        {\n          'when': 'of_list'"
        ),
        InTools(
            125,
            "'request': { 'operation': 'PostRaw', 'api': 'v2', 'method': 'POST', 'path': '/raw', 'body': '$value', 'invalidates': [] }",
            "'requests': §[{ 'operation': 'PostRaw', 'api': 'v2', 'method': 'POST', 'path': '/raw', 'body': '$value', 'invalidates': [] }]"
        ),
        InTools(126, "{\n          'when': 'to',", "§{\n"),
        InTools(127, "'operation': 'CreateTaskComment'", "'when': §'of', 'operation': 'CreateTaskComment'"),
        InTools(127, "'operation': 'DeleteTask'", "'when': §'task', 'operation': 'DeleteTask'"),
        InTools(5, "'when': 'of_list'", "'when': §5"),
        InTools(128, "{ 'as': 'note' }", "{ §'has': 'note' }"),
        InTools(129, "{ 'clearly': true }", "{ §'as': 'note' }"),
        InTools(134, "{ 'as': 'note' }", "{ 'as': §'notes' }"),
        InTools(134, "{ 'as': 'note' }", "{ 'named': §'note' }"),
        InTools(134, "{ 'clearly': true }", "{ 'clearly': §'true' }"),
        InTools(134, "{ 'clearly': true }", "§{}"),
        InTools(128, "'when': 'of_list'", "'when': §'of_lst'"),
        InTools(128, "'when': 'of_list'", "'when': §'workspace'"),
        InTools(129, "'when': 'to'", "'when': §'of_list'"),
        InTools(130, "'when': 'of_list'", "'when': §'text'"),
        InTools(130, "'format': 'digits' }", "'format': 'digits', 'default': '1' }", "'when': 'to'", "'when': §'to'"),
        InTools(
            132,
            "'method': 'POST', 'path': '/raw', 'body': '$value', 'invalidates': []",
            "'method': 'GET', 'path': '/raw', 'query': { 'value': '$value' }, §'invalidates': []"
        ),
        InTools(
            150,
            "'method': 'POST', 'path': '/raw', 'body': '$value', 'invalidates': []",
            "'method': 'GET', 'path': '/raw', 'query': { 'value': '$value' }, §'readBack': {}"
        ),
        InTools(
            151,
            "'path': '/raw', 'body': '$value', 'invalidates': []",
            "'path': '/raw', 'body': '$value', 'invalidates': [], 'readBack': { 'shown': { §'nothing': 'x' } }"
        ),
        InTools(
            151,
            "'path': '/raw', 'body': '$value', 'invalidates': []",
            "'path': '/raw', 'body': '$value', 'invalidates': [], 'readBack': { 'with': [§'nothing'] }"
        ),
        InTools(
            151,
            "'path': '/raw', 'body': '$value', 'invalidates': []",
            "'path': '/raw', 'body': '$value', 'invalidates': [], 'readBack': { 'shown': { 'value': §'a[id=$nothing].b' } }"
        ),
        InTools(
            152,
            "'path': '/raw', 'body': '$value', 'invalidates': []",
            "'path': '/raw', 'body': '$value', 'invalidates': [], 'readBack': { 'shown': { 'value': §'a[id=value].b' } }"
        ),
        InTools(
            153,
            "'ratio': { 'type': 'number', 'minimum': -0.5, 'maximum': 1e2, 'kept': false }",
            "§'ratio': { 'type': 'number', 'minimum': -0.5, 'maximum': 1e2 }"
        ),
        InTools(
            154,
            "'unseenReason': 'Nothing reads it.',",
            "",
            "'operation': 'DeleteTask'",
            "'operation': §'DeleteTask'"
        ),
        InTools(
            155,
            "'path': '/raw', 'body': '$value', 'invalidates': []",
            "'path': '/raw', 'body': '$value', 'invalidates': [], §'readBack': { 'gone': true }"
        ),
        InTools(
            401,
            "'path': '/raw', 'body': '$value', 'invalidates': []",
            "'path': '/raw', 'body': '$value', 'invalidates': [], 'readBack': { 'from': §'nothing' }"
        ),
        InTools(
            301,
            "'description': 'Comments on a list or task, or replies.',\n      'annotations': { 'readOnly': false, 'destructive': false",
            "'description': 'Comments.', 'unseenReason': 'None.',\n      'annotations': { 'readOnly': false, 'destructive': §false",
            "'method': 'PUT'",
            "'method': 'DELETE'",
            "'PUT /api/v2",
            "'DELETE /api/v2"
        ),
        InTools(
            302,
            "'scope': 'write',\n      'description': 'Comments on a list or task, or replies.',\n      'annotations': { 'readOnly': false",
            "'scope': 'read',\n      'description': 'Comments.',\n      'annotations': { 'readOnly': §true"
        ),
        InTools(
            304,
            "'scope': 'write',\n      'description': 'Comments on a list or task, or replies.',\n      'annotations': { 'readOnly': false, 'destructive': false",
            "'scope': §'write',\n      'description': 'Comments.', 'unseenReason': 'None.',\n      'annotations': { 'readOnly': false, 'destructive': true",
            "'method': 'PUT'",
            "'method': 'DELETE'",
            "'PUT /api/v2",
            "'DELETE /api/v2"
        ),
    ];
}
