"""Words of programs that every French catalogue translates, and that are no brand or title."""

from __future__ import annotations

__all__ = ["FUNCTION_WORDS", "INTERFACE_WORDS", "OPPOSITES"]

INTERFACE_WORDS = {
    "en": frozenset(
        """
        delete deleted save saved saving cancel cancelled canceled close closed settings search
        searching user users password passwords username file files folder folders add added
        remove removed edit edited select selected choose chosen please your yes unknown next
        previous upload uploaded uploading submit submitted logout welcome hello warning today
        yesterday tomorrow address addresses weeks months years hours show showing hide hidden
        changes changed loading loaded failed successfully invalid required must cannot created
        updated update updates unread read-only between search sort filter row rows column columns
        monday tuesday wednesday thursday friday saturday sunday january february april june july
        august september october november december warning warnings unable missing empty enabled
        disabled enable disable allow allowed denied until within without when which whether
        sender recipient attachment attachments forward reply replies sign-in checkout cart
        shipping order orders price prices quantity
        """.split()
    ),
    "es": frozenset(
        """
        guardar guardado cancelar cerrar eliminar eliminado borrar buscar usuario usuarios
        contraseña archivo archivos carpeta carpetas añadir agregar editar seleccionar
        seleccionado ajustes configuración siguiente anterior sí hoy ayer mañana nombre apellidos
        dirección días horas ayuda bienvenido bienvenida hola mostrar ocultar todos todas ninguno
        ninguna nuevo nueva abrir enviar enviado cargando descargar subir aceptar rechazar salir
        lunes martes miércoles jueves viernes sábado domingo enero febrero abril mayo junio julio
        agosto septiembre octubre noviembre diciembre precio cantidad pedido pedidos
        """.split()
    ),
}
FUNCTION_WORDS = {
    "en": frozenset(
        """
        the of to and is are was were be been has have had this that these those with for from by
        at it its you your we our they their he she his her not will would can could should may
        which who what when where how there if as into than then been being do does did
        """.split()
    ),
    "es": frozenset(
        """
        el los las del al una unos unas y que con por para su sus este esta estos estas ese esa es
        son está están fue ha han hay no lo como más pero muy desde hasta cuando donde quien sin
        porque aunque también mientras estaba eso ser era se
        """.split()
    ),
}
"""Those that French writes alike are left out."""
OPPOSITES = tuple(
    frozenset(pair.split("/"))
    for pair in """
    enable/disable enabled/disabled show/hide shown/hidden add/remove open/close opened/closed
    before/after first/last left/right up/down increase/decrease minimum/maximum start/stop
    started/stopped on/off import/export upload/download lock/unlock locked/unlocked allow/deny
    allowed/denied accept/reject accepted/rejected valid/invalid next/previous more/less
    larger/smaller longer/shorter early/late earlier/later above/below top/bottom succeeded/failed
    success/failure connect/disconnect connected/disconnected install/uninstall ascending/descending
    sender/recipient inside/outside always/never with/without is/isn't can/cannot can/can't
    does/doesn't activar/desactivar activado/desactivado mostrar/ocultar abrir/cerrar
    abierto/cerrado antes/después primero/último izquierda/derecha aumentar/disminuir
    mínimo/máximo importar/exportar bloquear/desbloquear permitir/denegar aceptar/rechazar
    válido/inválido siguiente/anterior más/menos siempre/nunca con/sin
    """.split()
)
"""Words that turn a string into its opposite, and never share a translation."""
