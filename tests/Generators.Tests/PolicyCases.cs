using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 300–499.</summary>
internal static class PolicyCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        InTools(
            300,
            "'annotations': { 'readOnly': false, 'destructive': true, 'idempotent': true, ",
            "§'annotations': { 'readOnly': false, 'destructive': true, "
        ),
        InTools(
            301,
            "'destructive': true",
            "'destructive': §false",
            "'destructive': false, 'idempotent': false, 'openWorld': false",
            "'destructive': true, 'idempotent': false, 'openWorld': false"
        ),
        InTools(
            302,
            "'operation': 'FindTasks'",
            "'operation': 'SeekTasks'",
            "'description': 'Finds tasks.',\n      'annotations': { 'readOnly': true",
            "'description': 'Finds tasks.',\n      'annotations': { 'readOnly': §true"
        ),
        InTools(
            303,
            "'scope': 'read',\n      'description': 'Finds tasks.'",
            "'scope': §'write',\n      'description': 'Finds tasks.'"
        ),
        InTools(
            303,
            "'scope': 'write',\n      'description': 'Runs tasks.'",
            "'scope': §'read',\n      'description': 'Runs tasks.'"
        ),
        InTools(304, "'scope': 'delete'", "'scope': §'write'"),
        InTools(305, "'category': 'task',\n      'scope': 'delete'", "'category': §'tusk',\n      'scope': 'delete'"),
        Root(305, "'category': 'task' }]", "'category': §'tusk' }]"),
        Root(306, "'auditor': {", "§'auditor': {", "[{ 'readOnly': true }]", "[{ 'readOnly': true }], 'exclude': [{}]"),
        Root(306, "'auditor': {", "§'auditor': {", "[{ 'readOnly': true }]", "[]"),
        Root(307, "[{ 'readOnly': true }]", "[{}, §{ 'readOnly': true, 'destructive': true }]"),
        Root(307, "[{ 'readOnly': true }]", "[{}, §{ 'tool': 'post_raw' }]"),
        Root(307, "[{ 'readOnly': true }]", "[{ 'tools': ['find_tasks', §'find_tusks'] }]"),
        Root(
            307,
            "[{ 'readOnly': true }], 'reach': [{ 'tools': ['create_task'] }]",
            "[{}], 'reach': [§{ 'tool': 'post_raw' }]"
        ),
        InTools(310, "'request': { 'operation': 'PostRaw'", "'request': §{ 'operation': 'PostRow'"),
        InTools(312, "'request': { 'operation': 'PostRaw'", "'request': §{ 'operation': 'PostRew'"),
        Root(311, "'PostRaw': { 'cannot': 'Raw.' }", "§'PostRaw': { 'lost': 'All.' }"),
        Root(311, "'PostRaw': { 'cannot': 'Raw.' }", "§'PostRaw': { 'cannot': 'Raw.', 'special': 'task' }"),
        Root(311, "'PostRaw': { 'cannot': 'Raw.' }", "§'PostRaw': { 'restore': {} }"),
        Root(311, "'PostRaw': { 'cannot': 'Raw.' }", "'PostRaw': { 'special': §'list' }"),
        Root(311, "'PostRaw': { 'cannot': 'Raw.' }", "'PostRaw': { 'by': §'DeleteTask /api/v2/task' }"),
        Root(311, "'PostRaw': { 'cannot': 'Raw.' }", "'PostRaw': { 'by': §'GetTask GET /api/v2/task' }"),
        Root(
            311,
            "'PostRaw': { 'cannot': 'Raw.' }",
            "'PostRaw': { 'by': §'DeleteTask DELETE /api/v2/task/{answer.id}' }"
        ),
        Root(
            311,
            "'PostRaw': { 'cannot': 'Raw.' }",
            "'PostRaw': { 'by': 'PostRaw PUT /raw', 'look': §'GetTask GET /raw' }"
        ),
        Root(313, "'PostRaw': 'workspace'", "'PostRaw': §'galaxy {0}'"),
        Root(313, "'PostRaw': 'workspace'", "'PostRaw': §'list'"),
        Root(313, "'PostRaw': 'workspace'", "'PostRaw': §'list {answer.id}'"),
        Root(313, "'PostRaw': 'workspace'", "'PostRaw': §'list 0'"),
        Root(313, "'PostRaw': 'workspace'", "'PostRaw': ['list {0}', §'task {0} of {1}']"),
        Root(313, "'PostRaw': 'workspace'", "'PostRaw': §'task {0} | space'"),
        Root(313, "'PostRaw': 'workspace'", "§'PostRaw': []"),
        Root(309, "'server': {", "'server': { 'defaultPersona': §'nobody',"),
        InTools(
            308,
            "'description': 'Finds tasks.',\n      'annotations': { 'readOnly': true, 'destructive': false",
            "'description': 'Finds tasks.',\n      'annotations': { 'readOnly': §true, 'destructive': true"
        ),
        InTools(400, "'handler': 'RunTasksHandler'", "'handler': §'RunThemHandler'"),
        InTools(401, "'uses': ['post_raw', 'create_task']", "'uses': ['post_raw', 'create_task', §'make_task']"),
        InTools(401, "'uses': ['post_raw', 'create_task']", "'uses': ['post_raw', §'run_tasks']"),
        InTools(
            402,
            "'uses': ['post_raw', 'create_task']",
            "'uses': ['create_task']",
            "'name': 'post_raw'",
            "'name': §'post_raw'"
        ),
        InTools(
            403,
            "'response': { 'outcome': 'Deleted {task}.' }",
            "'response': { 'outcome': 'Deleted {task}.' }, §'uses': ['post_raw']"
        ),
        InTools(
            403,
            "'response': { 'outcome': 'Deleted {task}.' }",
            "'response': { 'outcome': 'Deleted {task}.' }, §'handlerReason': 'Second request.'"
        ),
        InTools(
            403,
            "'response': { 'outcome': 'Deleted {task}.' }",
            "'response': { 'outcome': 'Deleted {task}.' }, §'needsWorkspace': true"
        ),
        InTools(
            404,
            "'arguments': { 'count': { 'type': 'integer', 'required': true } }",
            "'arguments': { 'count': { 'type': 'integer', 'required': true }, 'points': { 'type': 'number' } }",
            "'uses': ['post_raw', 'create_task']",
            "'uses': ['post_raw', §'create_task']"
        ),
        InTools(
            404,
            "'arguments': { 'count': { 'type': 'integer', 'required': true } }",
            "'arguments': { 'count': { 'type': 'integer', 'required': true }, 'list': { 'entity': 'space' } }",
            "'uses': ['post_raw', 'create_task']",
            "'uses': ['post_raw', §'create_task']"
        ),
        InTools(
            404,
            "'arguments': { 'count': { 'type': 'integer', 'required': true } }",
            "'arguments': { 'count': { 'type': 'integer', 'required': true }, 'priority': { 'type': 'enum', 'values': { 'urgent': 2 } } }",
            "'uses': ['post_raw', 'create_task']",
            "'uses': ['post_raw', §'create_task']"
        ),
    ];
}
