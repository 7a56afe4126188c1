using static ClickUpMcp.Generators.Tests.DiagnosticCase;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Cases of 200–299.</summary>
internal static class ShapeCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        InTools(220, "'style': 'cursor', ", "'style': 'cursor', §'first': 1, "),
        InTools(
            218,
            "'plural': 'comments',",
            "'plural': 'comments', 'author': §{ 'by': [], 'names': ['comment_text'] },"
        ),
        InTools(218, "'plural': 'comments',", "'plural': 'comments', 'author': §{ 'by': ['user'] },"),
        InTools(
            218,
            "'plural': 'comments',",
            "'plural': 'comments', 'author': §{ 'by': ['user'], 'texts': ['content'] },"
        ),
        InTools(
            202,
            "'plural': 'comments',",
            "'plural': 'comments', 'author': { 'by': [§'users[]'], 'texts': ['comment_text'] },"
        ),
        InTools(200, "'shape': 'task_details'", "'shape': §'task_detail'"),
        InTools(200, "'plural': 'comments',", "'extends': §'tsk', 'plural': 'comments',"),
        Root(200, "'extends': 'task'", "'extends': §'tusk', 'plural': 'tasks'"),
        Root(
            201,
            "'plural': 'tasks',",
            "'extends': 'task_details',",
            "'extends': 'task',",
            "'extends': 'task',",
            "'extends': 'task_details'",
            "'extends': §'task_details'"
        ),
        Root(202, "'status.status?'", "§'status..status'"),
        Root(202, "'assignees[].username'", "§'assignees[0].username'"),
        Root(202, "'status.status?'", "§'status?.status'"),
        InTools(202, "'path': 'data.tasks'", "'path': §'data[0].tasks'"),
        InTools(202, "'path': 'data.tasks'", "'path': §[]"),
        InTools(202, "'path': 'data.tasks'", "'path': ['data.tasks', §'{}.tasks']"),
        InTools(202, "'path': 'data.tasks'", "'path': 'data.tasks', 'children': §'sub.tasks'"),
        InTools(202, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'path': §'comments[]' }"),
        InTools(202, "'comment_text'", "§'comment[0].text'"),
        InTools(
            203,
            "'shape': 'task_details',",
            "",
            "'list': true,\n        'level'",
            "'list': §true,\n        'level'"
        ),
        InTools(204, "'next': 'next_cursor', ", "", "'style': 'cursor'", "'style': §'cursor'"),
        InTools(
            204,
            "'style': 'cursor', 'pageSize': 50, 'parameter': 'cursor', 'next': 'next_cursor'",
            "'style': §'cursor', 'parameter': 'cursor', 'lastItem': 'date'"
        ),
        InTools(
            204,
            "'style': 'cursor', 'pageSize': 50, 'parameter': 'cursor', 'next': 'next_cursor', 'last': 'done'",
            "'style': §'page', 'parameter': 'page'"
        ),
        InTools(
            204,
            "'pageSize': 50, 'parameter': 'cursor', ",
            "'pageSize': 50, ",
            "'style': 'cursor'",
            "'style': §'cursor'"
        ),
        InTools(205, "{ 'outcome': 'Deleted {task}.' }", "§{}"),
        InTools(206, "'limit': 20", "'limit': §51"),
        InTools(206, "'limit': 20,", "", "'maxLimit': 50", "'maxLimit': §50"),
        InTools(206, "{ 'outcome': 'Deleted {task}.' }", "{ 'outcome': 'Deleted {task}.', 'limit': §5 }"),
        Root(207, "'shapes': {", "'shapes': { 'none': §{ 'plural': 'nones' },"),
        InTools(208, "'Created {name}.'", "§'Created {title}.'"),
        InTools(
            209,
            "{ 'outcome': 'Deleted {task}.' }",
            "{ 'outcome': 'Deleted {task}.', 'pagination': §{ 'style': 'page', 'parameter': 'page', 'pageSize': 100 } }"
        ),
        Root(210, "'from': 'status.status?'", "'from': 'status.status?', 'maxLength': §5"),
        InTools(
            211,
            "'comment': {\n      'plural': 'comments',",
            "§'task': {\n      'plural': 'comments',",
            "{ 'shape': 'comment' }",
            "{ 'shape': 'task' }"
        ),
        InTools(213, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'path': §['comment', 'reply'] }"),
        InTools(213, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'children': §'replies' }"),
        InTools(213, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'layout': §'series' }"),
        InTools(213, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'filter': §{ 'text': '$text' } }"),
        InTools(214, "'text': '$words'", "'text': '$words', 'title': §'$word'"),
        InTools(214, "'text': '$words'", "'text': '$words', 'title': §'words'"),
        InTools(
            214,
            "'layout': 'series'",
            "'layout': 'series', 'limit': 5",
            "'$key': '$sections'",
            "'$key': §'$sections'"
        ),
        InTools(
            214,
            "'words': { 'type': 'text' }",
            "'words': { 'type': 'text' }, 'count_of': { 'type': 'integer' }",
            "'text': '$words'",
            "'text': '$words', 'count': §'$count_of'"
        ),
        InTools(215, "'kind': 'named'", "'kind': 'named', 'label': §'name'"),
        InTools(216, "'entity': 'member', 'aliases'", "'entity': §'membr', 'aliases'"),
        InTools(216, "'entity': 'member', 'aliases'", "'entity': §'key_result', 'aliases'"),
        InTools(216, "'kind': 'minutes'", "'kind': 'minutes', 'entity': §'member'"),
        InTools(216, "'pair': ['from', 'to']", "'pair': §['from']"),
        InTools(216, "'from': 'ties[]', 'pair': ['from', 'to']", "'from': 'ties', 'pair': §['from', 'to']"),
        InTools(216, "'pair': ['from', 'to'], 'mutual': true", "'mutual': §true"),
        InTools(217, "'argument': 'done'", "'argument': §'dune'"),
        InTools(217, "'when': ['sections']", "'when': [§'section']"),
        InTools(217, "'field': 'spent'", "'field': §'spend'"),
        InTools(217, "'by': ['by']", "'by': [§'buy']"),
        InTools(213, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'total': §{ 'field': 'id' } }"),
        InTools(213, "{ 'shape': 'comment' }", "{ 'shape': 'comment', 'leavesOut': §[] }"),
        Root(212, "'status': { 'from': 'status.status?'", "§'note': { 'from': 'status.status?'"),
    ];
}
