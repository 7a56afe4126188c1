using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 100–199.</summary>
internal static class BindingCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        Tools(
            100,
            "'/list/{list}/task'",
            "§'/list/{list}/{tsk}'",
            "'POST /api/v2/list/5/task?archived=false'",
            "'POST /api/v2/list/5/'"
        ),
        Tools(101, "'time_estimate': '$estimate',", "", "'estimate': {", "§'estimate': {"),
        Tools(102, "'$estimate'", "§'$estimat'"),
        Tools(
            102,
            "'$tags'",
            "§'$limit'",
            "'tags': { 'type': 'array'",
            "'tags': { 'unboundReason': 'None.', 'type': 'array'"
        ),
        Tools(103, "'$due.hasTime'", "§'$due.time'"),
        Tools(103, "'$task.isCustomId'", "§'$task.hasTime'"),
        Tools(
            103,
            "'$estimate'",
            "§'$list.isCustomId'",
            "'type': 'duration'",
            "'type': 'duration', 'unboundReason': 'None.'"
        ),
        Tools(104, "'/raw'", "§'/raw/{value}'"),
        Tools(
            105,
            "'/list/{list}/task'",
            "§'/list/{list}/{space}'",
            "'POST /api/v2/list/5/task?archived=false'",
            "'POST /api/v2/list/5/6'"
        ),
        Tools(
            106,
            "'method': 'POST', 'path': '/raw', 'body': '$value'",
            "'method': 'GET', 'path': '/raw', 'body': §'$value'"
        ),
        Tools(107, "'method': 'DELETE'", "'method': §'delete'"),
        Tools(
            108,
            "'request': { 'operation': 'PostRaw'",
            "'handler': §'RunTasksHandler',\n      'request': { 'operation': 'PostRaw'",
            "'internal': true,",
            "'scope': 'admin', 'description': 'Posts.', 'annotations': { 'readOnly': false, 'destructive': false, 'idempotent': false, 'openWorld': true },"
        ),
        Tools(
            109,
            "'name': 'run_tasks'",
            "'name': §'run_tasks'",
            "'handler': 'RunTasksHandler',\n      'uses': ['post_raw', 'create_task'],",
            ""
        ),
        Tools(110, "'handler': 'RunTasksHandler'", "'internal': true,\n      'handler': §'RunTasksHandler'"),
        Tools(
            111,
            "'query': { 'type': 'text'",
            "'st_art': { 'type': 'text', 'unboundReason': 'None.' }, 'sta_rt': { 'type': 'text', 'unboundReason': 'None.' }, §'st__art': { 'type': 'text'"
        ),
        Tools(111, "'query': { 'type': 'text'", "§'output': { 'type': 'text'"),
        Tools(111, "'record': 'TaskOptions'", "'record': §'RunTasksArguments'"),
        Tools(111, "'name': 'run_tasks'", "'name': §'postraw'"),
        Tools(111, "'color': {", "§'task_options': {"),
        Root(111, "'task_details': {", "'task_details': { 'extends': 'task' }, §'taskdetails': {"),
        Tools(112, "'within': ['space']", "'within': [§'folder']"),
        Tools(112, "'within': ['list']", "'within': [§'name']"),
        Tools(
            113,
            "'within': ['space']",
            "'within': §['space']",
            "'space': { 'entity': 'space' }",
            "'space': { 'entity': 'space', 'within': ['list'] }"
        ),
        Tools(114, "'X-Kind': 'task'", "'X-Kind': §'$name'"),
        Tools(115, "'customTaskIds': 'task'", "'customTaskIds': §'tsk'"),
        Tools(116, "{ 'type': 'json', 'required': true }", "{ 'type': 'json', 'required': true, 'clearable': §true }"),
        Tools(116, "'uniqueItems': true", "'uniqueItems': true, 'clearable': §true"),
        Tools(117, "'count': 2", "§'cuont': 2"),
        Tools(118, "'POST /api/v2/list/5/task?archived=false'", "§'PUT /api/v2/list/5/task?archived=false'"),
        Tools(118, "'POST /api/v2/list/5/task?archived=false'", "§'POST /api/v2/list/5/6/task'"),
        Tools(118, "{ 'arguments': { 'count': 2 } }", "{ 'arguments': { 'count': 2 }, 'request': §'GET /' }"),
        Tools(119, "'path': '/raw'", "'path': §'raw'"),
        Tools(119, "'path': '/raw'", "'path': §'/raw/{value'"),
        Tools(119, "'path': '/raw'", "'path': §'/raw?a=b'"),
        Tools(119, "'path': '/raw'", "'path': §'/raw//b'"),
        Root(119, "'/api/v2'", "§'api/v2'"),
        Tools(120, "'api': 'v3'", "'api': §'v4'"),
        Tools(
            121,
            "{ 'type': 'json', 'required': true }",
            "{ 'type': 'text', 'required': true }",
            "'body': '$value'",
            "'body': §'$value'"
        ),
        Tools(122, "'archived': false", "'archived': §'$options'"),
    ];
}
