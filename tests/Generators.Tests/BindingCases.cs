using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 100–199.</summary>
internal static class BindingCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        InTools(
            100,
            "'/list/{list}/task'",
            "§'/list/{list}/{tsk}'",
            "'POST /api/v2/list/5/task?archived=false'",
            "'POST /api/v2/list/5/'"
        ),
        InTools(101, "'time_estimate': '$estimate',", "", "'estimate': {", "§'estimate': {"),
        InTools(102, "'$estimate'", "§'$estimat'"),
        InTools(
            102,
            "'$tags'",
            "§'$limit'",
            "'tags': { 'type': 'array'",
            "'tags': { 'unboundReason': 'None.', 'type': 'array'"
        ),
        InTools(103, "'$due.hasTime'", "§'$due.time'"),
        InTools(103, "'$task.isCustomId'", "§'$task.hasTime'"),
        InTools(103, "'$due.hasTime'", "§'$due.number'"),
        InTools(103, "'$estimate'", "§'$estimate.orEmpty'"),
        InTools(
            103,
            "'$estimate'",
            "§'$list.isCustomId'",
            "'type': 'duration'",
            "'type': 'duration', 'unboundReason': 'None.'"
        ),
        InTools(104, "'/raw'", "§'/raw/{value}'"),
        InTools(
            105,
            "'/list/{list}/task'",
            "§'/list/{list}/{space}'",
            "'POST /api/v2/list/5/task?archived=false'",
            "'POST /api/v2/list/5/6'"
        ),
        InTools(
            106,
            "'method': 'POST', 'path': '/raw', 'body': '$value', 'invalidates': []",
            "'method': 'GET', 'path': '/raw', 'body': §'$value'"
        ),
        InTools(107, "'method': 'DELETE'", "'method': §'delete'"),
        InTools(
            108,
            "'request': { 'operation': 'PostRaw'",
            "'handler': §'RunTasksHandler',\n      'handlerReason': 'Loop.',\n      'request': { 'operation': 'PostRaw'",
            "'internal': true,",
            "'scope': 'admin', 'description': 'Posts.', 'annotations': { 'readOnly': false, 'destructive': false, 'idempotent': false, 'openWorld': true },"
        ),
        InTools(
            109,
            "'name': 'run_tasks'",
            "'name': §'run_tasks'",
            "'handler': 'RunTasksHandler',\n      'handlerReason': 'Loop: one request for each task.',\n      'needsWorkspace': true,\n      'uses': ['post_raw', 'create_task'],",
            ""
        ),
        InTools(110, "'handler': 'RunTasksHandler'", "'internal': true,\n      'handler': §'RunTasksHandler'"),
        InTools(
            111,
            "'query': { 'type': 'text'",
            "'st_art': { 'type': 'text', 'unboundReason': 'None.' }, 'sta_rt': { 'type': 'text', 'unboundReason': 'None.' }, §'st__art': { 'type': 'text'"
        ),
        InTools(111, "'query': { 'type': 'text'", "§'output': { 'type': 'text'"),
        InTools(111, "'record': 'TaskOptions'", "'record': §'RunTasksArguments'"),
        InTools(111, "'name': 'run_tasks'", "'name': §'postraw'"),
        InTools(111, "'color': {", "§'task_options': {"),
        Root(
            111,
            "'task': { 'resolver': 'task' }",
            "'task': { 'resolver': 'task' }, §'keyresult': { 'resolver': 'task' }"
        ),
        Root(111, "'task_details': {", "'task_details': { 'extends': 'task' }, §'taskdetails': {"),
        InTools(112, "'within': ['space']", "'within': [§'folder']"),
        InTools(112, "'within': ['list']", "'within': [§'name']"),
        InTools(
            157,
            "'arguments': { 'task': { 'entity': 'task', 'required': true } }",
            "'arguments': { 'task': { 'entity': 'task', 'required': true }, §'other': { 'entity': 'task', 'unboundReason': 'Unused.' } }"
        ),
        InTools(156, "'within': ['space']", "'within': ['space'], 'newUnless': §'priority=none'"),
        InTools(
            113,
            "'within': ['space']",
            "'within': §['space']",
            "'space': { 'entity': 'space' }",
            "'space': { 'entity': 'space', 'within': ['list'] }"
        ),
        InTools(114, "'X-Kind': 'task'", "'X-Kind': §'$name'"),
        InTools(115, "'customTaskIds': 'task'", "'customTaskIds': §'tsk'"),
        InTools(
            116,
            "{ 'type': 'json', 'required': true }",
            "{ 'type': 'json', 'required': true, 'clearable': §true }"
        ),
        InTools(116, "'uniqueItems': true", "'uniqueItems': true, 'clearable': §true"),
        InTools(117, "'count': 2", "§'cuont': 2"),
        InTools(118, "'POST /api/v2/list/5/task?archived=false'", "§'PUT /api/v2/list/5/task?archived=false'"),
        InTools(118, "'POST /api/v2/list/5/task?archived=false'", "§'POST /api/v2/list/5/6/task'"),
        InTools(118, "{ 'arguments': { 'count': 2 } }", "{ 'arguments': { 'count': 2 }, 'request': §'GET /' }"),
        InTools(119, "'path': '/raw'", "'path': §'raw'"),
        InTools(119, "'path': '/raw'", "'path': §'/raw/{value'"),
        InTools(119, "'path': '/raw'", "'path': §'/raw?a=b'"),
        InTools(119, "'path': '/raw'", "'path': §'/raw//b'"),
        Root(119, "'/api/v2'", "§'api/v2'"),
        Root(119, "'/api/v2'", "§'/api/v2/'"),
        InTools(120, "'api': 'v3'", "'api': §'v4'"),
        InTools(
            121,
            "{ 'type': 'json', 'required': true }",
            "{ 'type': 'text', 'required': true }",
            "'body': '$value'",
            "'body': §'$value'"
        ),
        InTools(122, "'archived': false", "'archived': §'$options'"),
        InTools(123, "'extra': '$extra'", "'extra': §{ '$each': '$extra', 'item': '$item' }"),
        InTools(123, "'time_estimate': '$estimate',", "'time_estimate': '$estimate', 'tags': §{ '$each': '$tags' },"),
        InTools(133, "'404': {", "§'40x': {"),
        InTools(133, "'404': {", "§'304': {"),
        InTools(133, "'ECODE_1'", "§'Ecode_1'"),
        InTools(
            122,
            "'archived': false",
            "'archived': §'$note'",
            "'space': { 'entity': 'space' }",
            "'space': { 'entity': 'space' }, 'note': { 'type': 'comment', 'kept': false }"
        ),
        InTools(116, "'nobody'", "§null"),
        InTools(116, "{ 'no_shade': true, 'shade_set': 0 }", "§{}"),
        InTools(116, "'no_shade': true,", "'no_shade': [true],", "'clearable': { ", "'clearable': §{ "),
        InTools(135, "'value': { 'clear'", "'item': { 'clear'", "{ '$when': '$clearly'", "§{ '$when': '$clearly'"),
        InTools(135, "{ '$when': '$clearly'", "§{ '$when': '$until.hasTime'"),
        InTools(136, "'form': {", "'body': { 'a': 1 },\n        §'form': {"),
        InTools(137, "'file': '$content', 'name'", "'file': §'$named', 'name'"),
        InTools(137, "'title': '$named'", "'title': §'$content'"),
        InTools(131, "'time_estimate': '$estimate',", "'time_estimate': '$estimate', '$flags': §'$tags',"),
        InTools(140, "'path': '/raw',", "'path': '/raw', 'unbound': { §'value': 'Why.' },"),
        InTools(140, "'path': '/raw',", "'path': '/raw', 'deviations': { §'operation.PostRaw': 'Why.' },"),
        Root(140, "'specVersion': 1,", "'specVersion': 1, 'unbound': { §'body.': 'Why.' },"),
        Root(5, "'specVersion': 1,", "'specVersion': 1, 'unbound': { 'body.a': §true },"),
        InTools(141, "'path': '/raw',", "'path': '/raw', 'unbound': { 'query.a': §' ' },"),
        InTools(142, "'X-Kind': 'task' },", "'X-Kind': 'task' }, 'unbound': { §'query.tags': 'Why.' },"),
        InTools(
            142,
            "'X-Kind': 'task' },",
            "'X-Kind': 'task' }, 'unbound': { §'body.options.colour': 'Why.', 'body.options.other': 'Why.' },"
        ),
        InTools(
            143,
            "'X-Kind': 'task' },",
            "'X-Kind': 'task' }, 'deviations': { 'body.nested': 'Why.', 'query.team_id': 'Why.', §'body.nest': 'Why.' },"
        ),
        InTools(
            143,
            "'body': { 'from': '$start', 'to': '$end' }",
            "'body': { 'from': '$start', 'to': '$end' }, 'deviations': { 'query.cursor': 'Why.', §'query.page': 'Why.' }"
        ),
    ];
}
