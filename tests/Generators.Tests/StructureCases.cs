using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 001–099.</summary>
internal static class StructureCases
{
    // With the sample's own before the last, as many as there may be.
    private static readonly string ManyEntities = string.Join(
        ", ",
        Enumerable.Range(0, 64 - 5).Select(static i => $"'entity_{i}': {{ 'resolver': 'container' }}")
    );

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        Root(
            29,
            "'api': {",
            "'upstream': { 'errors': { 'rules': ["
                + "{ 'codes': ['A'], 'kind': 'invalid', 'what': 'No.', 'next': 'Stop.' }, "
                + "{ 'codes': [§'A'], 'status': 400, 'kind': 'invalid', 'what': 'No.', 'next': 'Stop.' }] } }, 'api': {"
        ),
        Root(138, "'reads': { 'FindTasks'", "'reads': { §'FindTask': 'It reads.', 'FindTasks'"),
        InTools(1, "'uses': ['post_raw', 'create_task'],", "'uses': ['post_raw', §}"),
        InTools(1, "'title': 'Create task'", "'title': 'Create§\ttask'"),
        InTools(1, "'title': 'Create task'", "'title': '\\ud83d§'"),
        InTools(1, "'title': 'Create task'", "'title': '§\\x'"),
        InTools(1, "'maxItems': 20", "'maxItems': 0§1"),
        InTools(1, "'examples': [{ 'arguments': { 'count': 2 } }]\n    }\n  ]\n}", "'since': '§"),
        Root(1, "'task': { 'resolver': 'task' }", "'task': { 'resolver': 'task', §}"),
        Root(1, "'specVersion': 1", "'specVersion': §// 1"),
        InTools(2, "'title': 'Create task',", "'title': 'Create task', §'title': 'Twice',"),
        Root(2, "'task': { 'resolver': 'task' }", "'task': { 'resolver': 'task' }, §'task': {}"),
        InTools(3, "[{ 'arguments': { 'count': 2 } }]", $"{new string('[', 62)}§[{new string(']', 63)}"),
        InTools(4, "'title': 'Create task'", "§'titel': 'Create task'"),
        InTools(4, "'type': 'duration'", "'type': 'duration', §'wire': 'x'"),
        Root(4, "'plural': 'tasks'", "'plural': 'tasks', §'singular': 'task'"),
        Root(4, "[{ 'readOnly': true }]", "[{ §'readonly': true }]"),
        InTools(5, "'title': 'Create task'", "'title': §5"),
        InTools(5, "'keywords': ['file a bug']", "'keywords': [§1]"),
        Root(5, "[['task', 'ticket', 'to do']]", "[§'task']"),
        Root(5, "'read': ['show']", "'read': §'show'"),
        Root(6, "{ 'wish': 'Undo', 'reason': 'No operation.', ", "§{ 'wish': 'Undo', "),
        Root(4, "'fillers': ['the']", "§'filler': ['the']"),
        InTools(5, "'uniqueItems': true", "'uniqueItems': §'yes'"),
        InTools(5, "'aliases': ['task_create']", "'aliases': [§1]"),
        InTools(5, "'$task.isCustomId'", "§[]"),
        InTools(5, "{ 'from': '$start', 'to': '$end' }", "§5"),
        InTools(
            5,
            "'body': '$value'",
            "'body': §'$$value'",
            "'required': true } },\n      'request': { 'operation': 'PostRaw'",
            "'unboundReason': 'None.' } },\n      'request': { 'operation': 'PostRaw'"
        ),
        Root(5, "'v2': '/api/v2'", "'v2': §2"),
        InTools(6, "{\n      'name': 'run_tasks',", "§{"),
        InTools(
            6,
            "{\n      'name': 'delete_task'",
            "§{\n      'name': 'delete_task'",
            "'description': 'Deletes a task.',",
            ""
        ),
        InTools(
            6,
            "{\n      'name': 'delete_task'",
            "§{\n      'name': 'delete_task'",
            ",\n      'response': { 'outcome': 'Deleted {task}.' }",
            ""
        ),
        InTools(6, "{ 'type': 'duration' }", "§{}"),
        InTools(6, "{ 'operation': 'PostRaw', ", "§{ "),
        InTools(
            6,
            "{ 'operation': 'PostRaw'",
            "§{ 'operation': 'PostRaw'",
            "'body': '$value', 'invalidates': []",
            "'body': '$value'"
        ),
        InTools(5, "'invalidates': ['list', 'task']", "'invalidates': §'list'"),
        InTools(17, "'invalidates': ['list', 'task']", "'invalidates': [§'lists', 'task']"),
        Root(6, "{ 'name': 'clickup-mcp', ", "§{ "),
        Root(
            6,
            "'operation': 'find_goal', 'in': ['goal'], 'idForm': 'view' }",
            "'in': ['goal'], 'idForm': 'view' }",
            "'key_result': { 'listing': {",
            "'key_result': { 'listing': §{"
        ),
        Root(
            6,
            "'in': ['goal'], 'idForm': 'view' }",
            "'in': ['goal'] }",
            "'key_result': { 'listing': {",
            "'key_result': { 'listing': §{"
        ),
        InTools(7, "'type': 'duration'", "'type': §'span'"),
        InTools(6, "'next': 'Look.'", "", "'No {thing}.', ", "'No {thing}.'", "'404': {", "'404': §{"),
        InTools(19, "'type': 'date', 'default': 'now'", "'type': 'date', 'default': §'today'"),
        InTools(21, "'type': 'file', 'required': true", "'type': 'file', §'maxLength': 5, 'required': true"),
        InTools(7, "'layout': 'series'", "'layout': §'columns'"),
        InTools(7, "'format': 'single_line'", "'format': §'one_line'"),
        InTools(7, "'scope': 'delete'", "'scope': §'remove'"),
        InTools(7, "'style': 'cursor'", "'style': §'offset'"),
        InTools(7, "'end', 'clearable'", "§'noon', 'clearable'"),
        Root(7, "'resolver': 'member'", "'resolver': §'people'"),
        Root(7, "'idForm': 'uuid'", "'idForm': §'guid'"),
        Root(7, "'kind': 'strings'", "'kind': §'words'"),
        Root(8, "'specVersion': 1", "'specVersion': §2"),
        InTools(11, "'name': 'find_goal'", "'name': §'delete_task'"),
        InTools(11, "['task_create']", "[§'delete_task']"),
        InTools(12, "'listName'", "§'name'"),
        InTools(12, "'listName'", "§'list_id'"),
        InTools(
            12,
            "'count': { 'type': 'integer', 'required': true }",
            "§'workspace': { 'type': 'integer' }, 'count': { 'type': 'integer' }"
        ),
        InTools(12, "'query': { 'type': 'text'", "§'limit': { 'type': 'text'"),
        InTools(13, "'name': 'run_tasks'", "'name': §'runTasks'"),
        InTools(13, "'query': { 'type': 'text'", "§'Query': { 'type': 'text'"),
        InTools(13, "['task_create']", "[§'task create']"),
        Root(13, "'auditor': {", "§'the auditor': {"),
        Root(13, "'window': {", "§'Window': {}, 'window': {"),
        InTools(14, "'name': 'list_steps'", "'name': §'already'"),
        InTools(15, "'category': 'task',\n      'scope': 'delete'", "'category': §'list',\n      'scope': 'delete'"),
        InTools(16, "'Deletes a task.'", $"§'{new string('x', 401)}'"),
        InTools(16, "'description': 'Anything.'", "'description': §''"),
        Root(16, "'description': 'Lists of tasks.'", "'description': §' '"),
        InTools(17, "'space': { 'entity': 'space' }", "'space': { 'entity': §'spaces' }"),
        InTools(18, "['window']", "['window', §'page']"),
        InTools(19, "'default': 'high'", "'default': §'low'"),
        InTools(19, "'default': 5", "'default': §101"),
        InTools(19, "'default': 5", "'default': §5.5"),
        InTools(19, "'type': 'duration'", "'type': 'duration', 'default': §60"),
        InTools(19, "'wire': 'colour'", "'wire': 'colour', 'default': §'red'"),
        InTools(
            19,
            "{ 'type': 'json', 'required': true }",
            "{ 'type': 'boolean', 'required': true, 'default': §true }",
            "'body': '$value'",
            "'body': { 'value': '$value' }"
        ),
        InTools(20, "'minLength': 1", "'minLength': §201"),
        InTools(20, "'minItems': 1", "'minItems': §21"),
        InTools(20, "'minimum': -0.5", "'minimum': §100.01"),
        InTools(21, "'type': 'duration'", "'type': 'duration', §'maxLength': 5"),
        InTools(22, "{ 'urgent': 1, 'high': 2 }, 'default': 'high'", "§{}"),
        InTools(22, "'urgent': 1", "'urgent': 1, §'Urgent': 3"),
        InTools(22, "'urgent': 1", "'urgent': §[1]"),
        InTools(
            22,
            "{ 'type': 'enum', 'values': { 'urgent': 1, 'high': 2 }, 'default': 'high' }",
            "§{ 'type': 'enum' }"
        ),
        InTools(23, "{ 'type': 'array', 'items': { 'type': 'string' }, ", "§{ 'type': 'array', "),
        InTools(24, "'extra': { 'type': 'json', ", "'extra': §{ 'type': 'object', 'record': 'Extra', "),
        InTools(24, "'extra': { 'type': 'json', ", "'extra': §{ 'type': 'object', 'record': 'Extra', 'fields': {}, "),
        InTools(
            25,
            "'extra': { 'type': 'json', ",
            $"'extra': {{ {Nested(4, "§{ 'type': 'array', 'items': { 'type': 'json' } }")}, "
        ),
        InTools(26, "'atMostOne': ['due', 'estimate']", "'atMostOne': ['due', §'nothing']"),
        InTools(26, "'atMostOne': ['due', 'estimate']", "'atMostOne': ['due', §'due']"),
        InTools(26, "'atMostOne': ['due', 'estimate']", "'atMostOne': §['due']"),
        InTools(26, "{ 'atMostOne': ['due', 'estimate'] }", "§{}"),
        InTools(26, "{ 'atMostOne': ['due', 'estimate'] }", "{ 'ordered': ['due', §'estimate'] }"),
        InTools(26, "'notFuture': ['due']", "'increasing': §['due']"),
        InTools(26, "'notFuture': ['due']", "'notFuture': [§'points']"),
        InTools(26, "'notFuture': ['due']", "'distinct': ['list', §'due']"),
        InTools(26, "'notFuture': ['due']", "'mayBeSame': §['list']"),
        InTools(27, "'maxItems': 20", "'maxItems': §2.5"),
        InTools(27, "'minimum': 0", "'minimum': §0.5"),
        InTools(27, "'maximum': 100", "'maximum': §1e20"),
        InTools(27, "'pageSize': 50", "'pageSize': §0"),
        InTools(28, "'record': 'TaskOptions'", "'record': §'task_options'"),
        InTools(28, "'handler': 'RunTasksHandler'", "'handler': §'Run-Tasks'"),
        Root(30, "'list': { 'resolver': 'container' }", "§'list': {}"),
        Root(30, "'key_result': { 'listing'", "§'key_result': { 'resolver': 'task', 'listing'"),
        Root(31, "'task': { 'resolver': 'task' }", $"{ManyEntities}, §'task': {{ 'resolver': 'task' }}"),
        Root(32, "'operation': 'find_goals'", "'operation': §'find_golas'"),
        Root(32, "'operation': 'find_goals'", "'operation': §'run_tasks'"),
        Root(33, "'in': ['space', 'workspace']", "'in': ['space', §'task', 'workspace']"),
        Root(33, "'in': ['goal']", "'in': ['goal', §'workspace']"),
        Root(17, "'in': ['space', 'workspace']", "'in': ['space', §'room', 'workspace']"),
        Root(34, "'done': true", "'done': §1"),
        Root(34, "'max': 9", "'max': §9.5"),
        Root(34, "'sort': 'name'", "'sort': 'name', 'page': §1"),
        Root(35, "'in': ['space', 'workspace']", "'in': §['goal']"),
        InTools(36, "'entity': 'key_result', 'within': ['goal']", "'entity': §'key_result'"),
        InTools(
            36,
            "'entity': 'key_result', 'within': ['goal']",
            "'entity': §'key_result', 'within': ['list']",
            "'goal': { 'entity': 'goal', 'required': true },",
            "'goal': { 'entity': 'goal', 'required': true }, 'list': { 'entity': 'list' },"
        ),
        InTools(37, "'bulk': 'many'", "'bulk': §'mny'"),
        InTools(38, "'since': '0.1',", "'since': '0.1', 'bulk': §'many',"),
        Root(39, "'where': 'run_tasks'", "'where': §'run_taks'"),
        Root(39, "'tool': 'create_task', 'as'", "'tool': §'find_goal', 'as'"),
        Root(39, "'tools': ['find_tasks']", "'tools': ['find_tasks', §'find_goal']"),
        Root(40, "'Be {tone}.'", "§'Be {tone} and {town}.'"),
        Root(41, "'Be {tone}.'", "'Be brief.'", "'tone': { 'description': 'How.'", "§'tone': { 'description': 'How.'"),
        Root(42, "'tools': ['find_tasks']", "'tools': ['find_tasks', §'create_task']"),
        Root(43, "'Be {tone}.'", "§'Be {tone}: `create_task`.'"),
        Root(44, "'default': 'short'", "'default': §'shirt'"),
        Root(39, "'tool': 'find_tasks'", "'tool': §'find_task'"),
        Root(45, "clickup://{workspace}/found/{query}'", "clickup:{workspace}/found/{query}'", "'uri': '", "'uri': §'"),
        Root(46, "'arguments': { 'limit': 5 }", "'arguments': { §'limits': 5 }"),
        Root(46, "'uri': 'clickup://{workspace}/found/{query}'", "'uri': §'clickup://{workspace}/found/{quest}'"),
        Root(17, "'entities': ['space', 'list']", "'entities': ['space', §'lost']"),
    ];

    // The members of an array of arrays of … of the innermost type.
    private static string Nested(int depth, string innermost) =>
        "'type': 'array', 'items': " + (depth == 1 ? innermost : $"{{ {Nested(depth - 1, innermost)} }}");
}
