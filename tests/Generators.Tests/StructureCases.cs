using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 001–099.</summary>
internal static class StructureCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        Tools(1, "'uses': ['post_raw', 'create_task'],", "'uses': ['post_raw', §}"),
        Tools(1, "'title': 'Create task'", "'title': 'Create§\ttask'"),
        Tools(1, "'title': 'Create task'", "'title': '\\ud83d§'"),
        Tools(1, "'title': 'Create task'", "'title': '§\\x'"),
        Tools(1, "'maxItems': 20", "'maxItems': 0§1"),
        Tools(1, "'examples': [{ 'arguments': { 'count': 2 } }]\n    }\n  ]\n}", "'since': '§"),
        Root(1, "'task': { 'kind': 'Task' }", "'task': { 'kind': 'Task', §}"),
        Root(1, "'specVersion': 1", "'specVersion': §// 1"),
        Tools(2, "'title': 'Create task',", "'title': 'Create task', §'title': 'Twice',"),
        Root(2, "'task': { 'kind': 'Task' }", "'task': { 'kind': 'Task' }, §'task': {}"),
        Tools(3, "[{ 'arguments': { 'count': 2 } }]", $"{new string('[', 62)}§[{new string(']', 63)}"),
        Tools(4, "'title': 'Create task'", "§'titel': 'Create task'"),
        Tools(4, "'type': 'duration'", "'type': 'duration', §'wire': 'x'"),
        Root(4, "'plural': 'tasks'", "'plural': 'tasks', §'singular': 'task'"),
        Root(4, "[{ 'readOnly': true }]", "[{ §'readonly': true }]"),
        Tools(5, "'title': 'Create task'", "'title': §5"),
        Tools(5, "'uniqueItems': true", "'uniqueItems': §'yes'"),
        Tools(5, "'aliases': ['task_create']", "'aliases': [§1]"),
        Tools(5, "'$task.isCustomId'", "§[]"),
        Tools(5, "{ 'from': '$start', 'to': '$end' }", "§['$start', '$end']"),
        Tools(
            5,
            "'body': '$value'",
            "'body': §'$$value'",
            "'required': true } },\n      'request': { 'operation': 'PostRaw'",
            "'unboundReason': 'None.' } },\n      'request': { 'operation': 'PostRaw'"
        ),
        Root(5, "'v2': '/api/v2'", "'v2': §2"),
        Tools(6, "{\n      'name': 'run_tasks',", "§{"),
        Tools(
            6,
            "{\n      'name': 'delete_task'",
            "§{\n      'name': 'delete_task'",
            "'description': 'Deletes a task.',",
            ""
        ),
        Tools(
            6,
            "{\n      'name': 'delete_task'",
            "§{\n      'name': 'delete_task'",
            ",\n      'response': { 'outcome': 'Deleted {task}.' }",
            ""
        ),
        Tools(6, "{ 'type': 'duration' }", "§{}"),
        Tools(6, "{ 'operation': 'PostRaw', ", "§{ "),
        Root(6, "{ 'name': 'clickup-mcp', ", "§{ "),
        Root(6, "{ 'kind': 'List' }", "§{}"),
        Tools(7, "'type': 'duration'", "'type': §'span'"),
        Tools(7, "'format': 'single_line'", "'format': §'one_line'"),
        Tools(7, "'scope': 'delete'", "'scope': §'remove'"),
        Tools(7, "'style': 'cursor'", "'style': §'offset'"),
        Tools(7, "'end', 'clearable'", "§'noon', 'clearable'"),
        Root(7, "'kind': 'Space'", "'kind': §'Room'"),
        Root(7, "'kind': 'strings'", "'kind': §'words'"),
        Root(8, "'specVersion': 1", "'specVersion': §2"),
        Tools(11, "'name': 'find_tasks'", "'name': §'delete_task'"),
        Tools(11, "['task_create']", "[§'delete_task']"),
        Tools(12, "'listName'", "§'name'"),
        Tools(12, "'listName'", "§'list_id'"),
        Tools(
            12,
            "'count': { 'type': 'integer', 'required': true }",
            "§'workspace': { 'type': 'integer' }, 'count': { 'type': 'integer' }"
        ),
        Tools(12, "'query': { 'type': 'text'", "§'limit': { 'type': 'text'"),
        Tools(13, "'name': 'run_tasks'", "'name': §'runTasks'"),
        Tools(13, "'query': { 'type': 'text'", "§'Query': { 'type': 'text'"),
        Tools(13, "['task_create']", "[§'task create']"),
        Root(13, "'auditor': {", "§'the auditor': {"),
        Root(13, "'window': {", "§'Window': {}, 'window': {"),
        Tools(14, "'name': 'find_tasks'", "'name': §'already'"),
        Tools(15, "'category': 'task',\n      'scope': 'delete'", "'category': §'list',\n      'scope': 'delete'"),
        Tools(16, "'Deletes a task.'", $"§'{new string('x', 401)}'"),
        Tools(16, "'description': 'Anything.'", "'description': §''"),
        Root(16, "'description': 'Lists of tasks.'", "'description': §' '"),
        Tools(17, "'space': { 'entity': 'space' }", "'space': { 'entity': §'spaces' }"),
        Tools(18, "['window']", "['window', §'page']"),
        Tools(19, "'default': 'high'", "'default': §'low'"),
        Tools(19, "'default': 5", "'default': §101"),
        Tools(19, "'default': 5", "'default': §5.5"),
        Tools(19, "'type': 'duration'", "'type': 'duration', 'default': §60"),
        Tools(19, "'wire': 'colour'", "'wire': 'colour', 'default': §'red'"),
        Tools(
            19,
            "{ 'type': 'json', 'required': true }",
            "{ 'type': 'boolean', 'required': true, 'default': §true }",
            "'body': '$value'",
            "'body': { 'value': '$value' }"
        ),
        Tools(20, "'minLength': 1", "'minLength': §201"),
        Tools(20, "'minItems': 1", "'minItems': §21"),
        Tools(20, "'minimum': -0.5", "'minimum': §100.01"),
        Tools(21, "'type': 'duration'", "'type': 'duration', §'maxLength': 5"),
        Tools(22, "{ 'urgent': 1, 'high': 2 }, 'default': 'high'", "§{}"),
        Tools(22, "'urgent': 1", "'urgent': 1, §'Urgent': 3"),
        Tools(22, "'urgent': 1", "'urgent': §[1]"),
        Tools(22, "{ 'type': 'enum', 'values': { 'urgent': 1, 'high': 2 }, 'default': 'high' }", "§{ 'type': 'enum' }"),
        Tools(23, "{ 'type': 'array', 'items': { 'type': 'string' }, ", "§{ 'type': 'array', "),
        Tools(24, "'extra': { 'type': 'json', ", "'extra': §{ 'type': 'object', 'record': 'Extra', "),
        Tools(24, "'extra': { 'type': 'json', ", "'extra': §{ 'type': 'object', 'record': 'Extra', 'fields': {}, "),
        Tools(
            25,
            "'extra': { 'type': 'json', ",
            $"'extra': {{ {Nested(4, "§{ 'type': 'array', 'items': { 'type': 'json' } }")}, "
        ),
        Tools(26, "'atMostOne': ['due', 'estimate']", "'atMostOne': ['due', §'nothing']"),
        Tools(26, "'atMostOne': ['due', 'estimate']", "'atMostOne': ['due', §'due']"),
        Tools(26, "'atMostOne': ['due', 'estimate']", "'atMostOne': §['due']"),
        Tools(26, "{ 'atMostOne': ['due', 'estimate'] }", "§{}"),
        Tools(27, "'maxItems': 20", "'maxItems': §2.5"),
        Tools(27, "'minimum': 0", "'minimum': §0.5"),
        Tools(27, "'maximum': 100", "'maximum': §1e20"),
        Tools(27, "'pageSize': 50", "'pageSize': §0"),
        Tools(28, "'record': 'TaskOptions'", "'record': §'task_options'"),
        Tools(28, "'handler': 'RunTasksHandler'", "'handler': §'Run-Tasks'"),
    ];

    // The members of an array of arrays of … of the innermost type.
    private static string Nested(int depth, string innermost) =>
        "'type': 'array', 'items': " + (depth == 1 ? innermost : $"{{ {Nested(depth - 1, innermost)} }}");
}
